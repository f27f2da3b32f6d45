import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { createSealer } from "@/lib/seal";

const NEW = "new-secret-0123456789-0123456789-abc";
const OLD = "old-secret-0123456789-0123456789-abc";
const schema = z.object({ name: z.string(), count: z.int() });
const coat = { name: "coat", count: 2 };
const note = createSealer({ purpose: "note", schema, lifetimeSeconds: 3_600, maxLength: 500 });

beforeEach(() => vi.stubEnv("AUTH_SECRET", OLD));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.useRealTimers();
});

describe("createSealer", () => {
  it("gives back what was sealed and nothing else", async () => {
    const tagged = { ...coat, extra: "not in the schema" };
    expect(await note.unseal(await note.seal(tagged))).toEqual(coat);
  });

  it("shows nothing of what it holds, and never looks the same twice", async () => {
    const text = await note.seal(coat);
    const readable = text.split(".").map((part) => Buffer.from(part, "base64url").toString("latin1"));
    expect(readable.join()).not.toContain("coat");
    expect(await note.seal(coat)).not.toBe(text);
  });

  it("opens with every secret of the ring, seals with the first, forgets the removed", async () => {
    const sealedBefore = await note.seal(coat);
    vi.stubEnv("AUTH_SECRET", NEW);
    vi.stubEnv("AUTH_SECRET_1", OLD);
    const sealedAfter = await note.seal(coat);
    expect(await note.unseal(sealedBefore)).toEqual(coat);
    vi.stubEnv("AUTH_SECRET_1", "");
    expect(await note.unseal(sealedAfter)).toEqual(coat);
    expect(await note.unseal(sealedBefore)).toBeNull();
  });

  it("opens for its own purpose only", async () => {
    const other = createSealer({ purpose: "notice", schema, lifetimeSeconds: 3_600, maxLength: 500 });
    expect(await other.unseal(await note.seal(coat))).toBeNull();
  });

  it("refuses what it sealed in another shape", async () => {
    const loose = createSealer({
      purpose: "note",
      schema: z.object({}).loose(),
      lifetimeSeconds: 60,
      maxLength: 500,
    });
    expect(await note.unseal(await loose.seal({ name: "coat", count: "two" }))).toBeNull();
  });

  it("ends after its lifetime", async () => {
    const text = await note.seal(coat);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3_590_000 });
    expect(await note.unseal(text)).toEqual(coat);
    vi.setSystemTime(Date.now() + 60_000);
    expect(await note.unseal(text)).toBeNull();
  });

  it("seals nothing that it would refuse for its length", async () => {
    await expect(note.seal({ name: "x".repeat(500), count: 1 })).rejects.toThrow("500 allowed");
  });
});

describe("a text that was tampered with", () => {
  const bytes = (text: string) =>
    text.split(".").map((part) => Buffer.from(part, "base64url").toString("hex"));
  const character = fc.constantFrom(...Array.from("ABCXYZabcxyz0189-_.=%+/ "));

  it("is null, whichever character is another", async () => {
    const text = await note.seal(coat);
    const property = fc.asyncProperty(fc.nat(text.length - 1), character, async (index, replacement) => {
      const altered = text.slice(0, index) + replacement + text.slice(index + 1);
      // The last character of a part may have bits that mean nothing.
      fc.pre(bytes(altered).join() !== bytes(text).join());
      expect(await note.unseal(altered)).toBeNull();
    });
    await fc.assert(property);
  });

  it("is null when cut, doubled, empty, huge or garbage", async () => {
    const text = await note.seal(coat);
    const header = Buffer.from('{"alg":"none"}').toString("base64url");
    const corpus = ["", " ", "undefined", "....", "a.b.c", "{}", `${text}.`, `.${text}`, text + text];
    corpus.push(`${header}.${Buffer.from(JSON.stringify(coat)).toString("base64url")}.`, "A".repeat(100_000));
    corpus.push(...Array.from({ length: text.length }, (_, length) => text.slice(0, length)));
    for (const garbage of corpus) expect(await note.unseal(garbage)).toBeNull();
    await fc.assert(fc.asyncProperty(fc.string(), async (garbage) => (await note.unseal(garbage)) === null));
  });

  it("is null when the lid of one is put on another", async () => {
    const one = (await note.seal(coat)).split(".");
    const other = (await note.seal({ name: "hat", count: 1 })).split(".");
    // The first two parts are the same: the key's name, and no key of its own.
    for (const index of [2, 3, 4]) {
      const mixed = one.with(index, other[index] ?? "").join(".");
      expect(await note.unseal(mixed)).toBeNull();
    }
  });
});
