import { afterAll, beforeEach, expect, it, vi } from "vitest";
import { database } from "@/lib/db";
import { keyedHash, loadKey } from "@/lib/keyed-hash";

const [OLD, NEW] = ["the-old-secret-0123456789-0123456789", "the-new-secret-0123456789-0123456789"];

/** An instance that has just been started with these secrets, the first of which seals. */
function startWith(first: string, second = ""): void {
  vi.stubEnv("AUTH_SECRET", first);
  vi.stubEnv("AUTH_SECRET_1", second);
  globalThis.cloakroomHashKey = undefined;
}
const hash = () => keyedHash("account", "ada@example.test");

beforeEach(async () => void (await database().hashKey.deleteMany()));
afterAll(async () => {
  vi.unstubAllEnvs();
  globalThis.cloakroomHashKey = undefined;
  await database().hashKey.deleteMany();
  await database().$disconnect();
});

it("is the same on instances that disagree about the first secret, and when the old one is dropped at last", async () => {
  startWith(OLD, NEW);
  const before = await hash();
  startWith(NEW, OLD);
  expect(await hash()).toBe(before);
  startWith(OLD, NEW);
  expect(await hash()).toBe(before);
  startWith(NEW, OLD);
  expect(await hash()).toBe(before);
  startWith(NEW);
  expect(await hash()).toBe(before);
});

it("is made once, when many instances start at the same moment", async () => {
  startWith(OLD);
  const keys = await Promise.all(Array.from({ length: 20 }, () => loadKey()));
  expect(new Set(keys).size).toBe(1);
  expect(await database().hashKey.count()).toBe(1);
});

it("asks the database once in the life of a process", async () => {
  startWith(OLD);
  const before = await hash();
  await database().hashKey.deleteMany();
  expect(await hash()).toBe(before);
  expect(await database().hashKey.count()).toBe(0);
});

it("is made anew, and loudly, when no secret opens the key; and is then the same for all", async () => {
  startWith(OLD);
  const before = await hash();
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  startWith(NEW);
  const [one, ...others] = await Promise.all(Array.from({ length: 10 }, () => loadKey()));
  expect(new Set([one, ...others]).size).toBe(1);
  expect(await hash()).not.toBe(before);
  expect(String(error.mock.calls)).toContain("HASH KEY LOST");
  error.mockRestore();
});

it("keeps neither the value nor the key in the clear", async () => {
  startWith(OLD);
  const text = await hash();
  expect(text).toMatch(/^[\w-]{22}$/);
  const rows = await database().hashKey.findMany();
  expect(JSON.stringify(rows)).not.toContain(await loadKey());
});
