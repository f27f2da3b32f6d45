import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { recordAuditEntry } from "@/lib/audit";
import { database } from "@/lib/db";

beforeAll(() => vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-0123456789-abcdef"));
afterAll(async () => {
  vi.unstubAllEnvs();
  await database().$disconnect();
});

describe("the audit log", () => {
  const orderId = `order_${randomUUID()}`;
  const guest = { customerId: null, sessionId: null };

  it("holds what was recorded", async () => {
    await recordAuditEntry({
      ...guest,
      type: "order.placed",
      orderId,
      cartId: "cart_1",
      orderCustomerId: "cus_2",
    });
    const [row] = await database().auditEvent.findMany({ where: { orderId } });
    expect(row).toMatchObject({ ...guest, type: "order.placed", detail: { orderCustomerId: "cus_2" } });
    expect(Object.values(row ?? {})).not.toContain("cart_1");
  });

  it.each([
    ['UPDATE "AuditEvent" SET "type" = $1 WHERE "orderId" = $1'],
    ['DELETE FROM "AuditEvent" WHERE "orderId" = $1'],
    ['DELETE FROM "AuditEvent" WHERE "orderId" = $1 AND false'],
    [
      'INSERT INTO "AuditEvent" SELECT * FROM "AuditEvent" WHERE "orderId" = $1 ON CONFLICT ("id") DO UPDATE SET "type" = $1',
    ],
  ])("refuses %s", async (statement) => {
    await expect(database().$executeRawUnsafe(statement, orderId)).rejects.toThrow("append-only");
    expect(await database().auditEvent.count({ where: { orderId, type: "order.placed" } })).toBe(1);
  });

  it("refuses to be emptied", async () => {
    await expect(database().$executeRawUnsafe('TRUNCATE "AuditEvent"')).rejects.toThrow("append-only");
  });
});
