import { describe, expect, it } from "vitest";
import { hashEmail, sealOrderLink, unsealOrderLink } from "./seal";

const SECRET = "a secret";
const link = { order: "order_1", email: hashEmail("ada@example.test"), until: 2_000 };
const token = sealOrderLink(link, SECRET);

describe("an order link", () => {
  it("opens its order until its end, and not from then on", () => {
    expect(unsealOrderLink(token, SECRET, 1_999)).toEqual(link);
    expect(unsealOrderLink(token, SECRET, 2_000)).toBeNull();
  });

  it("can be recognised, and does not show what is in it", () => {
    expect(token).toMatch(/^ol_[\w-]{60,}$/u);
    expect(Buffer.from(token.slice(3), "base64url").toString("latin1")).not.toContain("order_1");
    expect(sealOrderLink(link, SECRET)).not.toBe(token);
  });

  it("is refused when any character of it was changed", () => {
    for (const index of token.slice(3, -1).split("").keys()) {
      const at = index + 3;
      const changed = token.slice(0, at) + (token[at] === "A" ? "B" : "A") + token.slice(at + 1);
      expect([at, unsealOrderLink(changed, SECRET, 0)]).toEqual([at, null]);
    }
  });

  it.each(["", "ol_", "ol_A", token.slice(3), `${token}${"A".repeat(400)}`, token.slice(0, -8), `${token} `])(
    "is refused as %j",
    (text) => expect(unsealOrderLink(text, SECRET, 0)).toBeNull(),
  );

  it("is refused with another secret", () => {
    expect(unsealOrderLink(token, "another", 0)).toBeNull();
  });
});

it("an address is the same however it is written", () => {
  expect(hashEmail("Ada@Example.test")).toBe(hashEmail("ada@example.test"));
  expect(hashEmail("ada@example.test")).not.toBe(hashEmail("bea@example.test"));
});
