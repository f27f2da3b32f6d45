import "server-only";
import { z } from "zod";
import { recordAuditEntry } from "@/lib/audit-log";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { Cart, LineItem } from "@/lib/cart/cart";
import { clearCartId } from "@/lib/cart/cookie";
import { lookUpCart } from "@/lib/cart/active-cart";
import { loadCartView } from "@/lib/cart/cart-view";
import { type CartContext, getCartContext, type KnownCart } from "@/lib/cart/context";
import { getNextStep } from "@/lib/checkout/steps";
import { AppError, type ErrorCode } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { optionalText, parseResponse } from "@/lib/medusa/parse";
import { listRecentOrders, rememberOrder } from "@/lib/orders/recent-orders";
import { repairCartAfterRefusal } from "@/lib/checkout/order-refusal";
import { clearStateHint } from "@/lib/http/cookies";
import { orThrowUnavailable } from "@/lib/db";
import { hashIp, keyedHash } from "@/lib/keyed-hash";
import { countAgainst, countDistinct, countIfReachable } from "@/lib/rate-limit";
import type { CustomerSession } from "@/lib/session/session";
import { readRequestClient } from "@/lib/http/client-ip";

const placedSchema = z.object({ id: z.string(), customer_id: optionalText });
const completionResponse = z.discriminatedUnion("type", [
  z.object({ type: z.literal("order"), order: placedSchema }),
  z.object({ type: z.literal("cart") }),
]);

/** Medusa returns an order's customer only if it is requested in both ways. */
const ORDER_QUERY = { fields: "id,customer_id,customer.id" };

/** The cart to complete, with its context and the checksum that the shopper saw. */
type OrderAttempt = KnownCart & { checksum: string };

/**
 * Places an order for the shopper's cart. Idempotent: a second click, another tab or a retry after a lost response return
 * the same order, as Medusa completes a cart once and the browser remembers its orders by checksum.
 * @param checksum of the cart on the review page: see getCartChecksum
 * @returns the order's id
 * @throws AppError "cart-empty", "cart-changed", "payment-failed", "too-many-attempts", "unavailable", and with an
 *   explanation: "out-of-stock", "not-for-sale", "discount-ended", "delivery-unavailable"
 */
export async function placeOrder(checksum: string): Promise<string> {
  const context = await getCartContext();
  const customerId = context.session?.customerId ?? null;
  const recent = await listRecentOrders();
  const earlier = recent.find((order) => order.checksum === checksum && order.customerId === customerId);
  if (earlier) return earlier.id;
  const { cartId } = context;
  if (!cartId) throw new AppError("cart-empty");
  const attempt = { ...context, cartId, checksum };
  const { cartCustomerId, email } = await requireCompleteCart(attempt);
  if (email !== null) await countOrder(context.session, email);
  const order = await completeCart(attempt, cartCustomerId);
  await rememberOrder({ id: order.id, checksum, customerId });
  await clearGuestCart(context);
  return order.id;
}

/** Clears a guest's cart. A customer's completed cart stays until the next one is created: a retry has to find it. */
async function clearGuestCart({ session }: CartContext): Promise<void> {
  if (session) return;
  await clearCartId();
  await clearStateHint();
}

/** `email`: null for a cart that is ordered already, so that its order is not counted twice. */
type CompleteCart = { cartCustomerId: string | null; email: string | null };

/**
 * Requires that the cart belongs to the session and that no step is missing. The backend checks the checksum itself,
 * under its lock. A completed cart passes: completing it again returns its order.
 * @throws AppError
 */
async function requireCompleteCart(attempt: OrderAttempt): Promise<CompleteCart> {
  const found = await lookUpCart(attempt);
  if (found.status === "none" || found.status === "completed") return { cartCustomerId: null, email: null };
  const cartCustomerId = found.cart.customer?.id ?? null;
  if (found.status === "foreign") {
    await recordRefusal(attempt, cartCustomerId, "cart-of-another");
    throw new AppError("cart-empty");
  }
  const view = await loadCartView({ ...attempt, cart: found.cart });
  if (view.lines.length > 0 && view.lines.every(isForSale) && getNextStep(view) === "review")
    return { cartCustomerId, email: view.email };
  const code = findObstacle(found.cart, view);
  await recordRefusal(attempt, cartCustomerId, code);
  throw await repairCartAfterRefusal(new AppError(code), attempt);
}

const isForSale = (line: LineItem) => line.isForSale;

/** Why a cart that was complete no longer is: something is not offered any more, or another tab has changed the cart. */
function findObstacle({ shipping_methods }: BackendCart, { lines, promotions }: Cart): ErrorCode {
  if (!lines.every(isForSale)) return "not-for-sale";
  if (promotions.some(({ status }) => status === "ended")) return "discount-ended";
  const hasOptions = shipping_methods.every(({ shipping_option }) => Boolean(shipping_option));
  return hasOptions ? "cart-changed" : "delivery-unavailable";
}

function recordRefusal(attempt: OrderAttempt, cartCustomerId: string | null, reason: string): Promise<void> {
  return recordAuditEntry({ ...toAttribution(attempt), type: "order.refused", cartCustomerId, reason });
}

async function completeCart(
  attempt: OrderAttempt,
  cartCustomerId: string | null,
): Promise<z.infer<typeof placedSchema>> {
  const attribution = toAttribution(attempt);
  try {
    const path = `/store/carts/${attempt.cartId}/complete`;
    const call = { method: "POST", query: ORDER_QUERY, body: { checksum: attempt.checksum } } as const;
    const response = parseResponse(completionResponse, await callAs(attempt.identity, path, call));
    if (response.type !== "order") throw new AppError("payment-failed");
    const { id, customer_id } = response.order;
    await recordAuditEntry({
      ...attribution,
      type: "order.placed",
      orderId: id,
      orderCustomerId: customer_id ?? null,
    });
    return response.order;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "cart-changed") await recordRefusal(attempt, cartCustomerId, error.code);
    else await recordAuditEntry({ ...attribution, type: "order.failed", reason: error.code });
    throw await repairCartAfterRefusal(error, attempt);
  }
}

function toAttribution({ session, cartId }: OrderAttempt) {
  return { customerId: session?.customerId ?? null, sessionId: session?.id ?? null, cartId };
}

/**
 * Counts an order and its recipient before it is placed: a guest's by IP, a customer's by account. Orders reserve stock,
 * and the e-mail address is not verified. While the database is down a guest's order is not counted.
 * @param email the cart's
 * @throws AppError "too-many-attempts" (with the wait); for a customer also "unavailable"
 */
async function countOrder(session: CustomerSession | null, email: string): Promise<void> {
  if (session) await countFor("customer", session.customerId, email);
  else
    await countIfReachable(async () => countFor("ip", await hashIp((await readRequestClient()).ip), email));
}

async function countFor(by: "customer" | "ip", key: string | null, email: string): Promise<void> {
  await countAgainst(`order-${by}`, key);
  const recipient = await orThrowUnavailable(keyedHash("account", email.toLowerCase()));
  await countDistinct(`recipient-${by}`, key, recipient);
}
