import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { recordAuditEntry } from "@/lib/audit-log";
import { database } from "@/lib/db";

vi.mock("@/lib/http/client-ip", () => ({ readRequestClient: async () => ({ userAgent: "", ip: machine }) }));

const machine = `machine-${randomUUID()}`;
const run = (statement: string, ...values: unknown[]) => database().$executeRawUnsafe(statement, ...values);
const guest = { customerId: null, sessionId: null };

/** As somebody who is not this application would write it, at any time. */
const insert = (at: string, orderId: string) =>
  run(
    'INSERT INTO "AuditEvent" ("at", "type", "orderId", "detail") VALUES ($1::timestamptz, $2, $3, $4::jsonb)',
    at,
    "order.placed",
    orderId,
    "{}",
  );

/** The table that holds an order's line. */
async function findTable(orderId: string): Promise<string | undefined> {
  const [row] = await database().$queryRaw<{ table: string }[]>`
    SELECT tableoid::regclass::text AS table FROM "AuditEvent" WHERE "orderId" = ${orderId}`;
  return row?.table.replaceAll('"', "");
}

beforeAll(() => vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-0123456789-abcdef"));
afterAll(async () => {
  vi.unstubAllEnvs();
  await database().$disconnect();
});

describe("the audit log", () => {
  const orderId = `order_${randomUUID()}`;
  const month = `AuditEvent_${new Date().toISOString().slice(0, 7).replace("-", "_")}`;

  it("holds what was recorded, in this month's partition", async () => {
    const placed = {
      ...guest,
      type: "order.placed",
      orderId,
      cartId: "cart_1",
      orderCustomerId: "cus_2",
    } as const;
    await recordAuditEntry(placed);
    const [row] = await database().auditEvent.findMany({ where: { orderId } });
    expect(row).toMatchObject({ ...guest, type: "order.placed", detail: { orderCustomerId: "cus_2" } });
    expect(Object.values(row ?? {})).not.toContain("cart_1");
    expect(await findTable(orderId)).toBe(month);
  });

  describe.each([["AuditEvent"], [month], ["AuditEvent_default"]])("by the name of %s", (table) => {
    it.each([
      [`UPDATE "${table}" SET "type" = $1 WHERE "orderId" = $1`],
      [`DELETE FROM "${table}" WHERE "orderId" = $1`],
      [`DELETE FROM "${table}" WHERE "orderId" = $1 AND false`],
      [
        `MERGE INTO "${table}" t USING (SELECT $1::text AS o) s ON t."orderId" = s.o WHEN MATCHED THEN UPDATE SET "type" = 'x'`,
      ],
    ])("refuses %s", async (statement) => {
      await expect(run(statement, orderId)).rejects.toThrow("append-only");
      expect(await database().auditEvent.count({ where: { orderId, type: "order.placed" } })).toBe(1);
    });

    it("refuses to be emptied", async () => {
      await expect(run(`TRUNCATE "${table}"`)).rejects.toThrow("append-only");
    });
  });

  it("refuses to write over a line that is there", async () => {
    const statement = `INSERT INTO "AuditEvent" SELECT * FROM "AuditEvent" WHERE "orderId" = $1
       ON CONFLICT ("id", "at") DO UPDATE SET "type" = $1`;
    await expect(run(statement, orderId)).rejects.toThrow("append-only");
  });

  it("takes a line of any time, and moves it to its month once there is one", async () => {
    const old = `order_${randomUUID()}`;
    await insert("1999-05-17T12:00:00Z", old);
    expect(await findTable(old)).toBe("AuditEvent_default");
    const make = `SELECT "createAuditPartitions"('1999-05-31T23:59:59Z', '1999-05-31T23:59:59Z')`;
    await run(make);
    expect(await findTable(old)).toBe("AuditEvent_1999_05");
    await expect(run('DELETE FROM "AuditEvent_default" WHERE "orderId" = $1', old)).rejects.toThrow(
      "append-only",
    );
    await run('ALTER TABLE "AuditEvent" DETACH PARTITION "AuditEvent_1999_05"');
    await run('DROP TABLE "AuditEvent_1999_05"');
  });

  it("lets the owner detach a month: that one can be kept elsewhere, the others stay, append-only", async () => {
    const [kept, gone] = [`order_${randomUUID()}`, `order_${randomUUID()}`];
    await run(`SELECT "createAuditPartitions"('2001-01-01T00:00:00Z', '2001-02-01T00:00:00Z')`);
    await insert("2001-01-31T23:59:59.999Z", gone);
    await insert("2001-02-01T00:00:00Z", kept);
    expect([await findTable(gone), await findTable(kept)]).toEqual([
      "AuditEvent_2001_01",
      "AuditEvent_2001_02",
    ]);

    await run('ALTER TABLE "AuditEvent" DETACH PARTITION "AuditEvent_2001_01"');
    expect(await database().auditEvent.count({ where: { orderId: { in: [kept, gone] } } })).toBe(1);
    for (const [table, id] of [
      ["AuditEvent_2001_01", gone],
      ["AuditEvent_2001_02", kept],
    ] as const)
      await expect(run(`DELETE FROM "${table}" WHERE "orderId" = $1`, id)).rejects.toThrow("append-only");

    // Its name is taken, so the month is not made again, and a line that comes late is not lost.
    await run(`SELECT "createAuditPartitions"('2001-01-01T00:00:00Z', '2001-01-01T00:00:00Z')`);
    const late = `order_${randomUUID()}`;
    await insert("2001-01-02T00:00:00Z", late);
    expect(await findTable(late)).toBe("AuditEvent_default");
    await run('DROP TABLE "AuditEvent_2001_01"');
    await run('ALTER TABLE "AuditEvent" DETACH PARTITION "AuditEvent_2001_02"');
    await run('DROP TABLE "AuditEvent_2001_02"');
  });
});

it("a machine that is refused over and over fills a window's lines and no more, of each kind", async () => {
  const attempt = {
    ...guest,
    account: `${randomUUID()}@example.test`,
    ip: machine,
    reason: "wrong-credentials",
  };
  const record = (type: "sign-in.failed" | "registration.failed") => recordAuditEntry({ ...attempt, type });
  await Promise.all(Array.from({ length: 80 }, () => record("sign-in.failed")));
  await record("registration.failed");
  const rows = await database().$queryRaw<{ type: string; last: boolean | null }[]>`
    SELECT "type", ("detail"->>'moreMayFollow')::boolean AS last FROM "AuditEvent"
    WHERE "addressHash" = (SELECT "addressHash" FROM "AuditEvent" WHERE "type" = 'registration.failed' ORDER BY "id" DESC LIMIT 1)`;
  const failed = rows.filter(({ type }) => type === "sign-in.failed");
  expect(failed).toHaveLength(30);
  expect(failed.filter(({ last }) => last)).toHaveLength(1);
  expect(rows.filter(({ type }) => type === "registration.failed")).toHaveLength(1);
});
