import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { recordAuditEntry, type AuditEntry } from "@/lib/audit";

const create = vi.hoisted(() => vi.fn());
vi.mock("@/lib/db", () => ({ database: () => ({ auditEvent: { create } }) }));

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
  vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-0123456789-abcdef");
  create.mockReset();
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** The row that an entry becomes. */
const store = async (entry: AuditEntry) => {
  await recordAuditEntry(entry);
  return create.mock.lastCall?.[0].data;
};

describe("an audit entry", () => {
  it("keeps a cart as a keyed hash, equal for equal carts", async () => {
    const row = await store(placed);
    expect(row).toMatchObject({
      type: "order.placed",
      orderId: "order_1",
      detail: { orderCustomerId: "cus_1" },
    });
    expect(JSON.stringify(row)).not.toContain(CART);
    expect((await store({ ...placed, type: "order.failed", reason: "x" })).cartHash).toBe(row.cartHash);
    expect((await store({ ...placed, cartId: "cart_2" })).cartHash).not.toBe(row.cartHash);
    vi.stubEnv("AUTH_SECRET", "another-secret-0123456789-0123456789");
    expect((await store(placed)).cartHash).not.toBe(row.cartHash);
  });

  it("keeps a machine's address as a keyed hash", async () => {
    const device = { customerId: "cus_1", sessionId: "6f2b7c1e-6f63-4a55-9a5e-0c7a3a2d9c11" };
    const opened = { ...device, type: "session.created", address: "203.0.113.9" } as const;
    const row = await store(opened);
    expect(row.addressHash).toMatch(/^[\w-]{22}$/);
    expect(JSON.stringify(row)).not.toContain("203.0.113.9");
    expect((await store({ ...opened, address: null })).addressHash).toBeNull();
  });

  it("names nobody for a guest", async () => {
    const row = await store({ ...placed, customerId: null, sessionId: null });
    expect(row).toMatchObject({ customerId: null, sessionId: null });
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
