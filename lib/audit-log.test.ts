import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recordAuditEntry, type AuditEntry } from "@/lib/audit-log";
import { AppError } from "@/lib/errors";
import { hashId } from "@/lib/hash";

const create = vi.hoisted(() => vi.fn());
const countAgainst = vi.hoisted(() => vi.fn());
vi.mock("@/lib/db", () => ({ database: () => ({ auditEvent: { create } }) }));
vi.mock("@/lib/keyed-hash", () => ({
  keyedHash: async (purpose: string, value: string) => hashId("customer-tag", `${purpose} ${value}`),
}));
vi.mock("@/lib/http/client-ip", () => ({
  readRequestClient: async () => ({ userAgent: "", ip: "203.0.113.9" }),
}));
vi.mock("@/lib/rate-limit", () => ({ countAgainst, RATE_LIMITS: { "audit-line": { points: 30 } } }));

const CART = "cart_01JD3XW9QJ8T5N2V7R4K6M0B1C";
const placed: AuditEntry = {
  type: "order.placed",
  customerId: "cus_1",
  sessionId: "6f2b7c1e-6f63-4a55-9a5e-0c7a3a2d9c11",
  orderId: "order_1",
  cartId: CART,
  orderCustomerId: "cus_1",
};

beforeEach(() => {
  create.mockReset();
  countAgainst.mockReset().mockResolvedValue(1);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** The row that an entry becomes. */
const store = async (entry: AuditEntry) => {
  await recordAuditEntry(entry);
  return create.mock.lastCall?.[0].data;
};

describe("an audit entry", () => {
  it("keeps a cart as a hash, equal for equal carts", async () => {
    const row = await store(placed);
    expect(row).toMatchObject({
      type: "order.placed",
      orderId: "order_1",
      detail: { orderCustomerId: "cus_1" },
    });
    expect(JSON.stringify(row)).not.toContain(CART);
    expect((await store({ ...placed, type: "order.failed", reason: "x" })).cartHash).toBe(row.cartHash);
    expect((await store({ ...placed, cartId: "cart_2" })).cartHash).not.toBe(row.cartHash);
    expect(row.cartHash).toBe(hashId("cart", CART));
  });

  it("keeps a machine's address as a keyed hash", async () => {
    const device = { customerId: "cus_1", sessionId: "6f2b7c1e-6f63-4a55-9a5e-0c7a3a2d9c11" };
    const opened = { ...device, type: "session.created", ip: "203.0.113.9" } as const;
    const row = await store(opened);
    expect(row.addressHash).toMatch(/^[\w-]{22}$/);
    expect(JSON.stringify(row)).not.toContain("203.0.113.9");
    expect((await store({ ...opened, ip: null })).addressHash).toBeNull();
  });

  it("names nobody for a guest", async () => {
    const row = await store({ ...placed, customerId: null, sessionId: null });
    expect(row).toMatchObject({ customerId: null, sessionId: null });
  });
});

describe("what anybody can cause at will", () => {
  const failed: AuditEntry = {
    type: "sign-in.failed",
    customerId: null,
    sessionId: null,
    account: "ada@example.test",
    ip: "203.0.113.9",
    reason: "wrong-credentials",
  };

  it("is recorded until the window is full, and the last line says so", async () => {
    expect((await store(failed)).detail).not.toHaveProperty("moreMayFollow");
    countAgainst.mockResolvedValue(30);
    expect((await store(failed)).detail).toMatchObject({ moreMayFollow: true });
    create.mockReset();
    countAgainst.mockRejectedValue(new AppError("too-many-attempts"));
    expect(await store(failed)).toBeUndefined();
  });

  it.each(["cart.refused", "order.refused", "order.failed", "registration.failed", "password.reset-refused"])(
    "%s is counted by kind and machine",
    async (type) => {
      await store({ ...failed, type } as AuditEntry);
      expect(countAgainst.mock.lastCall?.[0]).toBe("audit-line");
      expect(countAgainst.mock.lastCall?.[1]).toMatch(new RegExp(`^${type}:[\\w-]{22}$`));
    },
  );

  it("never keeps an order from being recorded", async () => {
    countAgainst.mockRejectedValue(new AppError("too-many-attempts"));
    expect(await store(placed)).toMatchObject({ orderId: "order_1" });
    expect(countAgainst).not.toHaveBeenCalled();
  });
});

describe("recordAuditEntry", () => {
  it("writes it to standard error when the database is away, and lets the shopper go on", async () => {
    const error = vi.spyOn(console, "error").mockImplementation(() => {});
    create.mockRejectedValue(new Error("connect ECONNREFUSED"));
    await recordAuditEntry(placed);
    const text = JSON.stringify(error.mock.calls);
    expect(text).toContain("order_1");
    expect(text).not.toContain(CART);
  });
});
