import { expect, test } from "vitest";
import { quantitySchema } from "@/lib/cart/quantity";

test.each(["-1", "1.5", "100", "two", "1e9"])("%o is no quantity", (text) => {
  expect(quantitySchema.safeParse(text).success).toBe(false);
});
