import { afterAll, expect, it, vi } from "vitest";
import { inTurn } from "@/lib/cart/merge-turn";
import { database } from "@/lib/db";

afterAll(() => database().$disconnect());

it("lets requests at one cart in one after the other, and misses none", async () => {
  const key = crypto.randomUUID();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} comes`);
    await database().$queryRaw`SELECT 1 FROM pg_sleep(0.05)`;
    seen.push(`${name} goes`);
  };
  await Promise.all(["a", "b", "c"].map((name) => inTurn(key, work(name))));
  const names = seen.filter((_, index) => index % 2 === 0).map((text) => text.slice(0, 1));
  expect(seen).toEqual(names.flatMap((name) => [`${name} comes`, `${name} goes`]));
  expect(names.toSorted()).toEqual(["a", "b", "c"]);
});

it("ends the turn of work that fails", async () => {
  const key = crypto.randomUUID();
  const failing = inTurn(key, () => Promise.reject(new Error("the backend is away")));
  await expect(failing).rejects.toThrow("the backend is away");
  const work = vi.fn(async () => undefined);
  await inTurn(key, work);
  expect(work).toHaveBeenCalledOnce();
});
