import { expect, it } from "vitest";
import { removeCartIds } from "./cart-ids";

const MESSAGE = "Cart cart_01M8NXJ8JM0JNXT217TPM400KQ is already completed.";

it.each<[string, { message: string }]>([
  ["an error", new Error(MESSAGE)],
  ["what a workflow throws", { message: MESSAGE }],
])("removes cart ids from the message of %s", (_what, error) => {
  removeCartIds(error);
  expect(error.message).toBe("Cart cart_… is already completed.");
});

it.each<unknown>([undefined, null, "cart", 5, {}, { message: 5 }])("leaves %j alone", (error) => {
  expect(() => removeCartIds(error)).not.toThrow();
});
