const CART_ID = /cart_[0-9A-Z]{26}/g;

/**
 * Removes cart ids from an error's message, in place. Errors thrown in a workflow arrive as plain objects.
 */
export function removeCartIds(error: unknown): void {
  if (!error || typeof error !== "object" || !("message" in error) || typeof error.message !== "string")
    return;
  error.message = error.message.replaceAll(CART_ID, "cart_…");
}
