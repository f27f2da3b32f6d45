import { describe, expect, it } from "vitest";
import { describeEvents, describeOrderCheck } from "./report";

const EVENT = {
  at: new Date("2026-11-21T06:47:13.123Z"),
  type: "session.revoked",
  customerId: "cus_1",
  sessionId: "acaab63c-0000-4000-8000-000000000000",
  orderId: null,
  detail: { reason: "password-changed" },
};

describe("the report", () => {
  it("says when, what, who and why on one line", () => {
    expect(describeEvents([EVENT], 50)).toBe(
      "2026-11-21 06:47:13Z  session.revoked            cus_1 session=acaab63c reason=password-changed",
    );
  });

  it("says that there may be more", () => {
    expect(describeEvents([EVENT], 1)).toContain("--limit 2");
  });

  it("says what to do when nothing fits", () => {
    expect(describeEvents([], 50)).toContain("npm run audit-log");
  });

  it("says that all is well, and counts what it cannot tell", () => {
    const text = describeOrderCheck({ checked: 1, unrecorded: 2, disagreements: [] });
    expect(text).toContain("✓ 1 order, each");
    expect(text).toContain("2 orders without a record");
  });

  it("names an order that is somebody else's, and what to do", () => {
    const order = { id: "order_1", display_id: 7, customer_id: "cus_2", has_account: true };
    const record = { orderId: "order_1", sessionId: EVENT.sessionId, customerId: "cus_1" };
    const text = describeOrderCheck({ checked: 1, unrecorded: 0, disagreements: [{ order, record }] });
    expect(text).toContain("✗ order 7 (order_1) was placed by cus_1 in session acaab63c, and is cus_2's");
    expect(text).toContain("Transfer ownership");
    expect(text).not.toContain("✓");
  });
});
