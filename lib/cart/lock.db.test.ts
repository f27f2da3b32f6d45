import { afterAll, expect, it, vi } from "vitest";
import { withCartLock } from "@/lib/cart/lock";
import { database } from "@/lib/db";

afterAll(async () => {
  await database().$disconnect();
  await globalThis.cloakroomLocks?.end();
});

it("lets requests at one cart in one after the other, and misses none", async () => {
  const cart = crypto.randomUUID();
  const seen: string[] = [];
  const work = (name: string) => async () => {
    seen.push(`${name} comes`);
    await database().$queryRaw`SELECT 1 FROM pg_sleep(0.05)`;
    seen.push(`${name} goes`);
  };
  await Promise.all(["a", "b", "c"].map((name) => withCartLock(cart, work(name))));
  const names = seen.filter((_, index) => index % 2 === 0).map((text) => text.slice(0, 1));
  expect(seen).toEqual(names.flatMap((name) => [`${name} comes`, `${name} goes`]));
  expect(names.toSorted()).toEqual(["a", "b", "c"]);
});

it("gives the lock up when the work fails", async () => {
  const cart = crypto.randomUUID();
  const failing = withCartLock(cart, () => Promise.reject(new Error("the backend is away")));
  await expect(failing).rejects.toThrow("the backend is away");
  const work = vi.fn(async () => undefined);
  await withCartLock(cart, work);
  expect(work).toHaveBeenCalledOnce();
});

it("lets more requests than there are connections wait for as many carts, each of whose work needs the database", async () => {
  const carts = Array.from({ length: 30 }, () => crypto.randomUUID());
  const done = vi.fn(async () => void (await database().$queryRaw`SELECT 1 FROM pg_sleep(0.02)`));
  await Promise.all(carts.map((cart) => withCartLock(cart, done)));
  expect(done).toHaveBeenCalledTimes(30);
});

it("is free as soon as the connection of who had it is gone, and that process goes on", async () => {
  const cart = crypto.randomUUID();
  const next = vi.fn(async () => undefined);
  await withCartLock(cart, async () => {
    // By the statement it has run last: locks of other tests are left alone.
    await database().$executeRaw`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE datname = current_database() AND query LIKE '%pg_try_advisory_xact_lock(hashtextextended%' AND pid <> pg_backend_pid()
        AND state = 'idle in transaction'`;
    await withCartLock(cart, next);
  });
  expect(next).toHaveBeenCalledOnce();
  await withCartLock(cart, next);
  expect(next).toHaveBeenCalledTimes(2);
});
