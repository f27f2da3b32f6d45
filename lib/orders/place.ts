import "server-only";
import { z } from "zod";
import { recordAuditEntry } from "@/lib/audit-log";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { Cart, LineItem } from "@/lib/cart/cart";
import { clearCartId } from "@/lib/cart/cookie";
import { lookUpCart, toCartView } from "@/lib/cart/active-cart";
import { getCartContext, type CartContext } from "@/lib/cart/context";
import { getNextStep } from "@/lib/checkout/step";
import { AppError, type ErrorCode } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { optionalText, parseResponse } from "@/lib/medusa/parse";
import { countOrder } from "@/lib/orders/limits";
import { listRecentOrders, rememberOrder } from "@/lib/orders/recent";
import { explainRefusal } from "@/lib/orders/refusal";
import { clearStateHint } from "@/lib/http/cookies";

const placedSchema = z.object({ id: z.string(), customer_id: optionalText });
const completionResponse = z.discriminatedUnion("type", [
  z.object({ type: z.literal("order"), order: placedSchema }),
  z.object({ type: z.literal("cart") }),
]);

/** Medusa gives an order's customer only where it is asked for in both ways. */
const ORDER_QUERY = { fields: "id,customer_id,customer.id" };

/** The cart to complete, whose it is, what the shopper was shown of it, and who the storefront takes the shopper for. */
type Purchase = CartContext & { cartId: string; checksum: string };

/**
 * Turns the shopper's cart into an order and gives the order's id. Pressed twice, in two tabs, or again after a lost
 * answer, it gives the same order: Medusa completes a cart once, and the browser remembers what it agreed to.
 * @param checksum of the cart that the shopper was shown: see getCartChecksum
 * @throws AppError "cart-empty", "cart-changed", "payment-failed", "too-many-attempts", "unavailable", and what
 *   `explainRefusal` explains: "out-of-stock", "not-for-sale", "discount-ended", "delivery-unavailable"
 */
export async function placeOrder(checksum: string): Promise<string> {
  const context = await getCartContext();
  const customerId = context.session?.customerId ?? null;
  const recent = await listRecentOrders();
  const placed = recent.find((order) => order.checksum === checksum && order.customerId === customerId);
  if (placed) return placed.id;
  const { cartId } = context;
  if (!cartId) throw new AppError("cart-empty");
  const purchase = { ...context, cartId, checksum };
  const cartCustomerId = await requireReady(purchase);
  const order = await complete(purchase, cartCustomerId);
  await rememberOrder({ id: order.id, checksum, customerId });
  await forgetCart(context);
  return order.id;
}

/** A customer's closed cart stays on record until the next one is begun: should this answer be lost, it leads here again. */
async function forgetCart({ session }: CartContext): Promise<void> {
  if (session) return;
  await clearCartId();
  await clearStateHint();
}

/**
 * Cart and session belong together and no step is missing, or nothing is ordered. Whether the cart is still what the
 * shopper was shown is checked by the backend, under its lock. A cart that is closed already has been ordered by this
 * very button: completing it again finds its order.
 * @returns the customer whose cart it is
 */
async function requireReady(purchase: Purchase): Promise<string | null> {
  const found = await lookUpCart(purchase);
  if (found.status === "none" || found.status === "completed") return null;
  const cartCustomerId = found.cart.customer?.id ?? null;
  if (found.status === "foreign") {
    await recordRefusal(purchase, cartCustomerId, "cart-of-another");
    throw new AppError("cart-empty");
  }
  const shown = await toCartView(found.cart);
  if (shown.lines.length > 0 && shown.lines.every(isForSale) && getNextStep(shown) === "review") {
    await countOrder(purchase.session, shown.email);
    return cartCustomerId;
  }
  const code = nameObstacle(found.cart, shown);
  await recordRefusal(purchase, cartCustomerId, code);
  throw await explainRefusal(new AppError(code), purchase);
}

const isForSale = (line: LineItem) => line.isForSale;

/** What keeps a cart that was ready from being so: the shop has withdrawn something, or another tab has changed it. */
function nameObstacle({ shipping_methods }: BackendCart, { lines, promotions }: Cart): ErrorCode {
  if (!lines.every(isForSale)) return "not-for-sale";
  if (promotions.some(({ status }) => status === "ended")) return "discount-ended";
  const hasOptions = shipping_methods.every(({ shipping_option }) => Boolean(shipping_option));
  return hasOptions ? "cart-changed" : "delivery-unavailable";
}

function recordRefusal(purchase: Purchase, cartCustomerId: string | null, reason: string): Promise<void> {
  return recordAuditEntry({ ...describe(purchase), type: "order.refused", cartCustomerId, reason });
}

async function complete(
  purchase: Purchase,
  cartCustomerId: string | null,
): Promise<z.infer<typeof placedSchema>> {
  const attribution = describe(purchase);
  try {
    const path = `/store/carts/${purchase.cartId}/complete`;
    const call = { method: "POST", query: ORDER_QUERY, body: { checksum: purchase.checksum } } as const;
    const response = parseResponse(completionResponse, await callAs(purchase.identity, path, call));
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
    if (error.code === "cart-changed") await recordRefusal(purchase, cartCustomerId, error.code);
    else await recordAuditEntry({ ...attribution, type: "order.failed", reason: error.code });
    throw await explainRefusal(error, purchase);
  }
}

function describe({ session, cartId }: Purchase) {
  return { customerId: session?.customerId ?? null, sessionId: session?.id ?? null, cartId };
}
