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
import { beginPayment, findPaidOrder } from "@/lib/checkout/pay-elsewhere";
import { listRecentOrders, rememberOrder } from "@/lib/orders/recent-orders";
import { isPaidElsewhere } from "@/lib/payment-providers";
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

/** The cart to complete, with its context, the checksum that the shopper saw, and the country to return to. */
type OrderAttempt = KnownCart & { checksum: string; country: string };

/** An order of a shopper's, as the backend names it. `customer_id`: null for a guest's. */
type PlacedOrder = z.infer<typeof placedSchema>;

/** The order, or the page of a payment provider on which it is paid first. */
export type Placement = { orderId: string } | { payAt: string };

/**
 * Places an order for the shopper's cart. Idempotent: a second click, another tab or a retry after a lost response return
 * the same order, as Medusa completes a cart once and the browser remembers its orders by checksum.
 * @param agreement `checksum`: of the cart on the review page, see getCartChecksum; `country`: of that page
 * @returns the order's id; where the shopper pays elsewhere first, the address of that page
 * @throws AppError "cart-empty", "cart-changed", "payment-failed", "payment-pending", "too-many-attempts", "unavailable", and with an
 *   explanation: "out-of-stock", "not-for-sale", "discount-ended", "delivery-unavailable"
 */
export async function placeOrder({
  checksum,
  country,
}: Pick<OrderAttempt, "checksum" | "country">): Promise<Placement> {
  const context = await getCartContext();
  const customerId = context.session?.customerId ?? null;
  const recent = await listRecentOrders();
  const earlier = recent.find((order) => order.checksum === checksum && order.customerId === customerId);
  if (earlier) return { orderId: earlier.id };
  const { cartId } = context;
  if (!cartId) throw new AppError("cart-empty");
  const attempt = { ...context, cartId, checksum, country };
  const cart = await requireCompleteCart(attempt);
  if (cart.email !== null) await countOrder(context.session, cart.email);
  const placed = await completeCart(attempt, cart);
  if ("payAt" in placed) return placed;
  await takeOrder(context, { id: placed.id, checksum });
  return { orderId: placed.id };
}

/** Shows an order to this browser from now on, and ends the cart that it was made of. For `lib/checkout` alone. */
export async function takeOrder(
  context: CartContext,
  { id, checksum }: { id: string; checksum: string },
): Promise<void> {
  await rememberOrder({ id, checksum, customerId: context.session?.customerId ?? null });
  await clearGuestCart(context);
}

/** Clears a guest's cart. A customer's completed cart stays until the next one is created: a retry has to find it. */
async function clearGuestCart({ session }: CartContext): Promise<void> {
  if (session) return;
  await clearCartId();
  await clearStateHint();
}

/** `email`: null for a cart that is ordered already, so that its order is not counted twice. */
type CompleteCart = { cartCustomerId: string | null; email: string | null; isPaidElsewhere: boolean };

/**
 * Requires that the cart belongs to the session and that no step is missing. The backend checks the checksum itself,
 * under its lock. A completed cart passes: completing it again returns its order.
 * @throws AppError
 */
async function requireCompleteCart(attempt: OrderAttempt): Promise<CompleteCart> {
  const found = await lookUpCart(attempt);
  if (found.status === "none") return { cartCustomerId: null, email: null, isPaidElsewhere: false };
  const [session] = found.cart.payment_collection?.payment_sessions ?? [];
  const paying = { isPaidElsewhere: isPaidElsewhere(session?.provider_id) };
  if (found.status === "completed") return { cartCustomerId: null, email: null, ...paying };
  const cartCustomerId = found.cart.customer?.id ?? null;
  if (found.status === "foreign") {
    await recordRefusal(attempt, cartCustomerId, "cart-of-another");
    throw new AppError("cart-empty");
  }
  const view = await loadCartView({ ...attempt, cart: found.cart });
  if (view.lines.length > 0 && view.lines.every(isForSale) && getNextStep(view) === "review")
    return { cartCustomerId, email: view.email, ...paying };
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
  { cartCustomerId, email, isPaidElsewhere: isElsewhere }: CompleteCart,
): Promise<PlacedOrder | { payAt: string }> {
  const attribution = toAttribution(attempt);
  try {
    const isOrdered = email === null;
    const paid = isElsewhere && (await (isOrdered ? findPaidOrder(attempt) : beginPayment(attempt)));
    if (paid && "payAt" in paid) return paid;
    const order = paid || (await postCompletion(attempt));
    await recordPlaced(attempt, order);
    return order;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (error.code === "payment-pending") throw error;
    if (error.code === "cart-changed") await recordRefusal(attempt, cartCustomerId, error.code);
    else await recordAuditEntry({ ...attribution, type: "order.failed", reason: error.code });
    throw await repairCartAfterRefusal(error, attempt);
  }
}

async function postCompletion({ cartId, identity, checksum }: OrderAttempt): Promise<PlacedOrder> {
  const call = { method: "POST", query: ORDER_QUERY, body: { checksum } } as const;
  const response = parseResponse(
    completionResponse,
    await callAs(identity, `/store/carts/${cartId}/complete`, call),
  );
  if (response.type !== "order") throw new AppError("payment-failed");
  return response.order;
}

/** Records an order in the audit log. For `lib/checkout` alone. */
export async function recordPlaced(known: KnownCart, { id, customer_id }: PlacedOrder): Promise<void> {
  await recordAuditEntry({
    ...toAttribution(known),
    type: "order.placed",
    orderId: id,
    orderCustomerId: customer_id ?? null,
  });
}

function toAttribution({ session, cartId }: KnownCart) {
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
