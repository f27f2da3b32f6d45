import { expect, it } from "vitest";
import { findActionRefusal, rewriteForm } from "@/lib/guard/action-request";

const ID = "a".repeat(42);
const KNOWN = new Set([ID]);
const REPLY = '[null,"$K1"]';
const BOUND = [
  ["$ACTION_REF_1", ""],
  ["$ACTION_1:0", `{"id":"${ID}","bound":"$@1"}`],
  ["$ACTION_1:1", "[null]"],
] as const;

const toPart = (head: string, value: string) => `--x\r\n${head}\r\n\r\n${value}\r\n`;
const toField = ([name, value]: readonly [string, string]) =>
  toPart(`Content-Disposition: form-data; name="${name}"`, value);
const toBody = (parts: string[]) => Buffer.from(`${parts.join("")}--x--\r\n`);
const headers = { "content-type": "multipart/form-data; boundary=x" };

const check = (parts: string[], more: Record<string, string> = {}) =>
  findActionRefusal({ method: "POST", headers: { ...headers, ...more } }, toBody(parts), KNOWN);

it("refuses an id in a name beside a bound action that is known", async () => {
  const decoy = [["$ACTION_:0", `{"id":"${ID}","bound":"$@1"}`] as const, ["$ACTION_:1", "[null]"] as const];
  expect(await check([[`$ACTION_ID_${"0".repeat(42)}`, ""] as const, ...decoy].map(toField))).toBe(400);
});

it("refuses a repeated field of an action", async () => {
  expect(await check(BOUND.map(toField))).toBeNull();
  expect(await check([...BOUND, ["$ACTION_1:0", "{}"] as const].map(toField))).toBe(400);
  const twice = [["0", REPLY] as const, ["0", '["$F9"]'] as const].map(toField);
  expect(await check(twice, { "next-action": ID })).toBe(400);
  expect(await check(twice.slice(0, 1), { "next-action": ID })).toBeNull();
});

it("lets the shop's own fields repeat", async () => {
  const fields = [...BOUND, ["size", "m"] as const, ["size", "l"] as const];
  expect(await check(fields.map(toField))).toBeNull();
});

it.each([
  ["a charset", "Content-Type: text/plain; charset=utf-16le"],
  ["an encoding", "Content-Transfer-Encoding: base64", Buffer.from(REPLY).toString("base64")],
  ["many headers", "X-A: b\r\n".repeat(3_000).trim()],
])("writes a part with %s anew, as it was checked", async (_what, header, sent = REPLY) => {
  const name = 'Content-Disposition: form-data; name="0"';
  const rewritten = await rewriteForm({ headers }, toBody([toPart(`${name}\r\n${header}`, sent)]));
  const text = rewritten?.body.toString() ?? "";
  expect(text).toContain(REPLY);
  expect(text).not.toContain(header.slice(0, 20));
  const form = await new Response(text, { headers: { "content-type": rewritten?.type ?? "" } }).formData();
  expect([...form]).toEqual([["0", REPLY]]);
});

it("keeps names, line breaks, other scripts and files", async () => {
  const file =
    'Content-Disposition: form-data; name="f"; filename="a.txt"\r\nContent-Type: application/octet-stream';
  const body = toBody([toField(["größe", "a\r\nb"]), toField(["option:Size", "£"]), toPart(file, "b")]);
  const { type, body: written } = (await rewriteForm({ headers }, body)) ?? { type: "", body: body };
  const form = await new Response(new Uint8Array(written), { headers: { "content-type": type } }).formData();
  expect(form.get("größe")).toBe("a\r\nb");
  expect(form.get("option:Size")).toBe("£");
  expect(form.get("f")).toBeInstanceOf(File);
});

it("leaves other bodies alone", async () => {
  expect(
    await rewriteForm({ headers: { "content-type": "application/json" } }, Buffer.from("{}")),
  ).toBeNull();
});
