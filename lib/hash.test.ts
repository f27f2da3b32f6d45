import { afterEach, expect, it, vi } from "vitest";
import { hashId } from "@/lib/hash";

afterEach(() => vi.unstubAllEnvs());

it("is the same for the same id on every instance, whatever secrets it has, and another for each purpose", () => {
  vi.stubEnv("AUTH_SECRET", "the-old-secret-0123456789-0123456789");
  const before = hashId("cart", "cart_01JD3XW9QJ8T5N2V7R4K6M0B1C");
  vi.stubEnv("AUTH_SECRET", "the-new-secret-0123456789-0123456789");
  expect(hashId("cart", "cart_01JD3XW9QJ8T5N2V7R4K6M0B1C")).toBe(before);
  expect(hashId("session", "cart_01JD3XW9QJ8T5N2V7R4K6M0B1C")).not.toBe(before);
  expect(before).toMatch(/^[\w-]{22}$/);
});
