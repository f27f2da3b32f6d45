import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { database } from "@/lib/db";
import { ENDED_SESSION_DAYS, purge } from "@/lib/retention";

const DAY = 86_400_000;
const now = Date.now();
const ago = (days: number) => new Date(now - days * DAY);
const customerId = `cus_${randomUUID()}`;

afterAll(() => database().$disconnect());

async function open(columns: object): Promise<string> {
  const data = {
    customerId,
    medusaToken: "",
    medusaTokenExpiresAt: ago(-7),
    userAgent: "",
    expiresAt: ago(-60),
    ...columns,
  };
  return (await database().session.create({ data })).id;
}
const isThere = async (id: string) => (await database().session.count({ where: { id } })) === 1;

it("deletes what ended long ago, however it ended, and nothing that lives or ended lately", async () => {
  const long = ENDED_SESSION_DAYS + 1;
  const lately = ENDED_SESSION_DAYS - 1;
  const gone = [
    await open({ revokedAt: ago(long), revokedReason: "signed-out" }),
    await open({ expiresAt: ago(long) }),
    await open({ medusaTokenExpiresAt: ago(long) }),
  ];
  const kept = [
    await open({}),
    await open({ createdAt: ago(80), lastSeenAt: ago(20) }),
    await open({ revokedAt: ago(lately), revokedReason: "signed-out" }),
    await open({ expiresAt: ago(lately) }),
    await open({ medusaTokenExpiresAt: ago(lately) }),
  ];
  await purge();
  expect(await Promise.all(gone.map(isThere))).toEqual([false, false, false]);
  expect(await Promise.all(kept.map(isThere))).toEqual(kept.map(() => true));
});

it("deletes counters whose window is over, and no other", async () => {
  const [over, running] = [randomUUID(), randomUUID()];
  await database().rateLimit.createMany({
    data: [
      { key: over, points: 3, expire: ago(1) },
      { key: running, points: 3, expire: ago(-1) },
    ],
  });
  await purge();
  const rows = await database().rateLimit.findMany({ where: { key: { in: [over, running] } } });
  expect(rows.map(({ key }) => key)).toEqual([running]);
});

it("makes the audit log's months ahead of time", async () => {
  await purge(new Date("2040-11-15T00:00:00Z"));
  const [{ names = [] } = {}] = await database().$queryRaw<{ names: string[] }[]>`
    SELECT array_agg(inhrelid::regclass::text ORDER BY 1) AS names FROM pg_inherits
    WHERE inhparent = '"AuditEvent"'::regclass AND inhrelid::regclass::text ~ '204[01]_'`;
  expect(names.map((name) => name.replaceAll('"', ""))).toEqual(
    ["2040_11", "2040_12", "2041_01", "2041_02"].map((month) => `AuditEvent_${month}`),
  );
});

it("is done by one instance at a time", async () => {
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => purge()));
  expect(outcomes).toContainEqual(expect.objectContaining({ sessions: expect.any(Number) }));
  await database().$transaction(async (db) => {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(7270736901)`;
    expect(await purge()).toBeNull();
  });
});
