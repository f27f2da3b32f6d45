import { describe, expect, it } from "vitest";
import { findActionRefusal } from "@/lib/guard/action-request";

const ID = "7f".padEnd(42, "a");
const OLD = "7f".padEnd(42, "b");
const MULTIPART = "multipart/form-data; boundary=----Boundary7";

const part = (name: string, value = "") =>
  `------Boundary7\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const form = (...parts: [name: string, value?: string][]) =>
  `${parts.map(([name, value]) => part(name, value)).join("")}------Boundary7--\r\n`;

const judge = (headers: Record<string, string>, body: string) =>
  findActionRefusal(
    { method: "POST", headers: { host: "shop", ...headers } },
    Buffer.from(body),
    new Set([ID]),
  );

const judgeDocument = (body: string) => judge({ "content-type": MULTIPART, origin: "http://shop" }, body);
const judgeReply = (...parts: [string, string?][]) =>
  judge({ "content-type": MULTIPART, "next-action": ID }, form(...parts));

describe("a form posted without script", () => {
  it("is taken with the action that the page has named", async () => {
    const bound: [string, string][] = [
      ["$ACTION_REF_1", ""],
      ["$ACTION_1:0", `{"id":"${ID}","bound":"$@1"}`],
      ["$ACTION_1:1", '[{"ok":false,"values":{"email":"$$5"}}]'],
      ["$ACTION_KEY", "k1"],
      ["email", "ada@example.com"],
    ];
    expect(await judgeDocument(form(...bound))).toBeNull();
  });

  it("of another build is told so", async () => {
    const old = form(
      ["$ACTION_REF_1"],
      ["$ACTION_1:0", `{"id":"${OLD}","bound":"$@1"}`],
      ["$ACTION_1:1", "[null]"],
    );
    expect(await judgeDocument(old)).toBe(409);
  });

  it.each([
    ["------Boundary7"],
    [form(["a", "b"])],
    [form([`$ACTION_ID_${ID}`])],
    [form(["$ACTION_REF_1"], ["$ACTION_1:0", `{"id":"${ID}","bound":null}`])],
    [form(["$ACTION_REF_1"], ["$ACTION_1:0", `{"id":"${ID}","bound":"$@1"}`], ["$ACTION_1:1", "[]"])],
    [form(["$ACTION_REF_1"], ["$ACTION_1:0", `{"id":"${ID}","bound":"$@1"}`], ["$ACTION_1:1", "[null,1]"])],
    [form(["$ACTION_REF_1"])],
    [form(["$ACTION_REF_1"], ["$ACTION_1:0", "{"])],
    [form(["$ACTION_REF_1"], ["$ACTION_1:0", `{"id":"${ID}","bound":"$@1"}`])],
    [form(["$ACTION_REF_1"], ["$ACTION_1:0", `{"id":"${ID}","bound":"$@1"}`], ["$ACTION_1:1", "["])],
    [form(["$ACTION_ID_a"], ["$ACTION_ID_b"], ["$ACTION_ID_c"])],
  ])("is refused when it cannot be read: %j", async (body) => {
    expect(await judgeDocument(body)).toBe(400);
  });
});

describe("a form posted by React", () => {
  it.each<[string, string?][]>([
    [
      ["0", '[null,"$K1"]'],
      ["1_email", "ada@example.com"],
    ],
    [["0", '[{"ok":true,"at":"$D2026-01-01T00:00:00.000Z","no":"$undefined","note":"$$5"},"$K1"]']],
    // As React writes a state in which one object stands twice.
    [["0", '[{"cart":{"lines":[{"unit":{"amount":1},"total":"$0:0:cart:lines:0:unit"}]}},"$K1"]']],
  ])("is taken: %j", async (...parts) => {
    expect(await judgeReply(...parts)).toBeNull();
  });

  it.each<[string, string?][]>([
    [["0", "["]],
    [["a", "b"]],
    [["0", '["$9"]']],
    [["0", '[{"n":"$n12"},"$K1"]']],
    [["0", '["$0:0","$K1"]']],
    [["0", '[{"a":{"b":"$0:0"}},"$K1"]']],
    [["0", '[{"a":"$0:0:b","b":{}},"$K1"]']],
    [["0", '[{"b":{},"a":"$0:0:b:__proto__"},"$K1"]']],
    [["0", '[{"b":{},"a":"$0:0:b:toString"},"$K1"]']],
    [
      ["0", '["$1:__proto__","$K1"]'],
      ["1", '["a",{"b":1}]'],
    ],
    [
      ["0", '["$1","$K2"]'],
      ["1", '["$2","$2"]'],
    ],
    [
      ["0", '["$F1"]'],
      ["1", "{}"],
    ],
    [
      ["0", '["$B1"]'],
      ["1", "{}"],
    ],
    [["0", "[".repeat(1_000) + "]".repeat(1_000)]],
    [["0", '[{"__proto__":1},"$K1"]']],
  ])("is refused when it cannot be read: %j", async (...parts) => {
    expect(await judgeReply(...parts)).toBe(400);
  });
});

const CALL = form(["0", '[null,"$K1"]'], ["1_email", "ada@example.com"]);

it.each<[Record<string, string>, number | null]>([
  [{ "next-action": OLD }, 409],
  [{ "next-action": "constructor" }, 400],
  [{ "next-action": ID }, null],
  [{ "next-action": ID, "content-type": "text/plain" }, 400],
  [{ "next-action": ID, "content-type": "multipart/form-data" }, 400],
  [{ "next-action": ID, origin: "http://evil" }, 403],
  [{ "next-action": ID, origin: "null" }, 403],
  [{ "next-action": ID, origin: "junk" }, 403],
  [{ "next-action": ID, origin: "http://public", "x-forwarded-host": "public" }, null],
  [{ "content-type": "application/x-www-form-urlencoded" }, null],
])("a post with %j gets %s", async (headers, status) => {
  expect(await judge({ "content-type": MULTIPART, ...headers }, CALL)).toBe(status);
});
