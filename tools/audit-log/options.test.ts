import { describe, expect, it } from "vitest";
import { parseAuditLogOptions } from "./options";

const NOW = new Date("2026-11-21T12:00:00Z");
const read = (...args: string[]) => parseAuditLogOptions(args, NOW);

describe("the options of the audit log", () => {
  it("have defaults", () => {
    expect(read()).toEqual({ limit: 50, isCheckOnly: false, isAboutPayments: false });
  });

  it("name a customer, an order, a kind and a number", () => {
    expect(read("--customer", "a@b.test", "--order=order_1", "--type", "session", "--limit", "7")).toEqual({
      customer: "a@b.test",
      order: "order_1",
      type: "session",
      limit: 7,
      isCheckOnly: false,
      isAboutPayments: false,
    });
    expect(read("--check")).toMatchObject({ isCheckOnly: true });
    expect(read("--payments")).toMatchObject({ isAboutPayments: true });
  });

  it.each([
    ["90m", "2026-11-21T10:30:00Z"],
    ["24h", "2026-11-20T12:00:00Z"],
    ["7d", "2026-11-14T12:00:00Z"],
    ["2w", "2026-11-07T12:00:00Z"],
    ["2026-11-01", "2026-11-01T00:00:00Z"],
    ["2026-11-01T08:15Z", "2026-11-01T08:15:00Z"],
  ])("take --since %s", (text, moment) => {
    expect(read("--since", text).since).toEqual(new Date(moment));
  });

  it.each([
    ["--since", "yesterday"],
    ["--since", "2026-13-01"],
    ["--since", "7"],
    ["--limit", "0"],
    ["--limit", "ten"],
    ["--limit", "1e9"],
    ["--customer", "Ada Lovelace"],
    ["--order", "17"],
    ["--type", "session%"],
  ])("refuse %s %s by name, with what it looks like", (option, text) => {
    expect(() => read(option, text)).toThrow(`${option} is "${text}"`);
  });

  it.each([[["--colour", "red"]], [["everything"]], [["--limit"]]])(
    "refuse %j and list what there is",
    (args) => {
      expect(() => read(...args)).toThrow(
        expect.objectContaining({ advice: expect.stringContaining("--since") }),
      );
    },
  );
});
