import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { readDeviceId, rememberDevice, invalidateDeviceCookies } from "@/lib/auth/device-cookie";
import {
  countAttempt,
  countPasswordConfirmation,
  countResetRequest,
  uncountAttempt,
  type Attempt,
} from "@/lib/auth/password-attempts";
import { database } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { countAgainst, countDistinct, RATE_LIMITS, uncount } from "@/lib/rate-limit";

/** The cookies of the browser that is asking. */
let jar = new Map<string, string>();
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.has(name) ? { value: jar.get(name) } : undefined),
    set: (name: string, value: string) => jar.set(name, value),
  }),
}));

beforeAll(() => vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-0123456789-abcdef"));
beforeEach(() => void (jar = new Map()));
afterAll(async () => {
  vi.unstubAllEnvs();
  await database().$disconnect();
});

const stranger = () => ({ account: `${randomUUID()}@example.test`, ip: randomUUID() });
const times = <T>(count: number, act: () => Promise<T>) =>
  Promise.allSettled(Array.from({ length: count }, act));

/** The codes of the attempts that were refused. */
async function attempt(count: number, who: Attempt, act: (who: Attempt) => Promise<unknown> = countAttempt) {
  const settled = await times(count, () => act(who));
  return settled.flatMap((each) => (each.status === "rejected" ? [each.reason.code] : []));
}

it("lets ten attempts at one account through, also when all come at once, and says how long to wait", async () => {
  const who = stranger();
  expect(await attempt(12, who)).toEqual(["too-many-attempts", "too-many-attempts"]);
  await expect(countAttempt(who)).rejects.toMatchObject({
    fields: { form: "Please wait 15 minutes and try again." },
    retryAt: expect.any(Date),
  });
});

it("counts a machine's attempts at many accounts together", async () => {
  const { ip } = stranger();
  const settled = await times(103, () => countAttempt({ account: stranger().account, ip }));
  expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(3);
});

it("forgets an account's failures when its owner signs in", async () => {
  const who = stranger();
  await attempt(8, who);
  await uncountAttempt(await countAttempt(who));
  expect(await attempt(10, who)).toEqual([]);
});

it("keeps neither addresses nor accounts", async () => {
  const who = stranger();
  await rememberDevice(who.account);
  await countAttempt(who);
  await invalidateDeviceCookies(who.account);
  const kept = JSON.stringify([
    await database().rateLimit.findMany(),
    await database().deviceCookieCutoff.findMany(),
    [...jar.values()],
  ]);
  expect(kept).not.toContain(who.account);
  expect(kept).not.toContain(who.ip);
});

it("names the first refusal of a window, and each of those that follow it as repeated", async () => {
  const who = stranger();
  const settled = await times(60, () => countAttempt(who));
  const refusals = settled.flatMap((each) => (each.status === "rejected" ? [each.reason] : []));
  expect(refusals).toHaveLength(50);
  expect(refusals.filter((error) => error instanceof AppError && !error.isRepeated)).toHaveLength(1);
});

describe("a browser that has signed in to the account before", () => {
  it.each([
    ["its password", countAttempt],
    ["a link for a new one", countResetRequest],
  ])(
    "may try %s when strangers have used the account's attempts up, and they gain nothing by it",
    async (_what, act) => {
      const who = stranger();
      await rememberDevice(who.account);
      const own = jar;
      jar = new Map();
      expect((await attempt(11, { ...who, ip: null }, act)).length).toBeGreaterThan(0);
      jar = own;
      expect(await attempt(1, who, act)).toEqual([]);
      jar = new Map();
      expect(await attempt(1, { ...who, ip: null }, act)).toEqual(["too-many-attempts"]);
    },
  );

  it("may try when its machine has used its attempts up: neighbours lock nobody out", async () => {
    const who = stranger();
    await rememberDevice(who.account);
    const own = jar;
    jar = new Map();
    await times(101, () => countAttempt({ account: stranger().account, ip: who.ip }));
    jar = own;
    expect(await attempt(1, who)).toEqual([]);
  });

  it("counts as a stranger once it has used its own up", async () => {
    const who = stranger();
    await rememberDevice(who.account);
    expect(await attempt(20, who)).toEqual([]);
    expect(await attempt(1, who)).toEqual(["too-many-attempts"]);
  });

  it("is a stranger to every other account", async () => {
    const [who, other] = [stranger(), stranger()];
    await rememberDevice(who.account);
    expect(await attempt(11, other)).toEqual(["too-many-attempts"]);
  });

  it("is a stranger after a new password, until it signs in with that", async () => {
    const who = stranger();
    await rememberDevice(who.account);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await invalidateDeviceCookies(who.account);
    expect(await readDeviceId(who.account)).toBeNull();
    await rememberDevice(who.account);
    expect(await readDeviceId(who.account)).not.toBeNull();
  });

  it("is known to eight accounts, and a cookie of somebody's own making is worth nothing", async () => {
    const accounts = Array.from({ length: 9 }, () => stranger().account);
    for (const account of accounts) await rememberDevice(account);
    const ids = await Promise.all(accounts.map(readDeviceId));
    expect(ids.map((id) => id !== null)).toEqual([false, ...Array.from({ length: 8 }, () => true)]);
    expect(new Set(ids).size).toBe(9);
    for (const [name, value] of jar) jar.set(name, `${value.slice(0, -2)}AA`);
    expect(await readDeviceId(accounts[8] ?? "")).toBeNull();
  });
});

it("counts the current password by customer where the device is not known, apart from strangers' attempts", async () => {
  const who = stranger();
  const customer = `cus_${randomUUID()}`;
  await attempt(11, who);
  const tryOwn = (each: Attempt) => countPasswordConfirmation(each, customer);
  expect(await attempt(12, who, tryOwn)).toEqual(["too-many-attempts", "too-many-attempts"]);
  await rememberDevice(who.account);
  expect(await attempt(12, who, tryOwn)).toEqual(["too-many-attempts", "too-many-attempts"]);
});

it("counts a value once, however often it comes, and different ones up to the limit", async () => {
  const machine = randomUUID();
  for (let time = 0; time < 30; time += 1) await countDistinct("recipient-ip", machine, "one");
  const { points } = RATE_LIMITS["recipient-ip"];
  for (let other = 1; other < points; other += 1) await countDistinct("recipient-ip", machine, `${other}`);
  await expect(countDistinct("recipient-ip", machine, "more")).rejects.toMatchObject({
    code: "too-many-attempts",
  });
  await countDistinct("recipient-ip", machine, "one");
});

it("takes a time back, but never one of a window that is over", async () => {
  const key = randomUUID();
  await countAgainst("promotion-cart", key);
  await uncount("promotion-cart", key);
  await uncount("promotion-cart", key);
  expect(await countAgainst("promotion-cart", key)).toBe(1);
});
