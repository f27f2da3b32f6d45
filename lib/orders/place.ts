import "server-only";
import type { StoreCart, StoreOrder } from "@medusajs/types";
import { recordAuditEntry } from "@/lib/audit";
import { clearCartId, readCartId } from "@/lib/cart/cookie";
import { presentCart, readOpenCart } from "@/lib/cart/current";
import { getNextStep } from "@/lib/checkout/step";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { guestHeaders } from "@/lib/medusa/headers";
import { getAgreement } from "@/lib/orders/agreement";
import { listRecentOrders, rememberOrder } from "@/lib/orders/recent";

const GUEST = { customerId: null, sessionId: null };

type Completion = { type: "order"; order: StoreOrder } | { type: "cart"; cart: StoreCart; error: unknown };

/**
 * Turns this browser's cart into an order and gives the order's id. Pressed twice, in two tabs, or again after a lost
 * answer, it gives the same order: Medusa completes a cart once, and the browser remembers what it agreed to.
 * @param agreement what the shopper was shown: see getAgreement
 * @throws AppError "cart-empty", "cart-changed", "out-of-stock", "payment-failed", "unavailable"
 */
export async function placeOrder(agreement: string): Promise<string> {
  const placed = (await listRecentOrders()).find((order) => order.agreement === agreement);
  if (placed) return placed.id;
  const cartId = await readCartId();
  if (!cartId) throw new AppError("cart-empty");
  await requireAgreement(cartId, agreement);
  const order = await complete(cartId);
  await rememberOrder({ id: order.id, agreement });
  await clearCartId();
  return order.id;
}

/** A cart that is closed already has been paid for by this very button: completing it again finds its order. */
async function requireAgreement(cartId: string, agreement: string): Promise<void> {
  const cart = await readOpenCart();
  if (!cart) return;
  const shown = await presentCart(cart);
  if (shown.lines.length > 0 && getNextStep(shown) === "review" && getAgreement(shown) === agreement) return;
  await recordAuditEntry({
    ...GUEST,
    type: "order.refused",
    cartId,
    cartCustomerId: null,
    reason: "cart-changed",
  });
  throw new AppError("cart-changed");
}

async function complete(cartId: string): Promise<StoreOrder> {
  try {
    const path = `/store/carts/${cartId}/complete`;
    const answer = await callAs<Completion>(guestHeaders(), path, { method: "POST" });
    if (answer.type !== "order") throw new AppError("payment-failed");
    const { id, customer_id } = answer.order;
    await recordAuditEntry({
      ...GUEST,
      type: "order.placed",
      cartId,
      orderId: id,
      orderCustomerId: customer_id,
    });
    return answer.order;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await recordAuditEntry({ ...GUEST, type: "order.failed", cartId, reason: error.code });
    throw error.code === "not-found" ? new AppError("cart-empty", { cause: error }) : error;
  }
}
