import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { countAttempt, forgetAttempt } from "@/lib/auth/limits";
import { database } from "@/lib/db";

beforeAll(() => vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-0123456789-abcdef"));
afterAll(async () => {
  vi.unstubAllEnvs();
  await database().$disconnect();
});

const stranger = () => ({ account: `${crypto.randomUUID()}@example.test`, address: crypto.randomUUID() });

/** The codes of the attempts that were refused. */
async function attempt(times: number, who: Parameters<typeof countAttempt>[0]): Promise<string[]> {
  const attempts = Array.from({ length: times }, () => countAttempt(who));
  const settled = await Promise.allSettled(attempts);
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
  const { address } = stranger();
  const each = () => countAttempt({ account: stranger().account, address });
  const settled = await Promise.allSettled(Array.from({ length: 103 }, each));
  expect(settled.filter(({ status }) => status === "rejected")).toHaveLength(3);
});

it("forgets an account's failures when its owner signs in", async () => {
  const who = stranger();
  await attempt(9, who);
  await forgetAttempt(who);
  expect(await attempt(10, who)).toEqual([]);
});

it("keeps neither addresses nor accounts", async () => {
  const who = stranger();
  await countAttempt(who);
  const rows = JSON.stringify(await database().rateLimit.findMany());
  expect(rows).not.toContain(who.account);
  expect(rows).not.toContain(who.address);
});
