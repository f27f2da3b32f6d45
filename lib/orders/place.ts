import "server-only";
import type { StoreCart, StoreOrder } from "@medusajs/types";
import { recordAuditEntry } from "@/lib/audit";
import { clearCartId } from "@/lib/cart/cookie";
import { findCart, presentCart } from "@/lib/cart/current";
import { readHolder, type Holder } from "@/lib/cart/holder";
import { describeScarcity } from "@/lib/cart/scarcity";
import { getNextStep } from "@/lib/checkout/step";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { getAgreement } from "@/lib/orders/agreement";
import { countOrder } from "@/lib/orders/limits";
import { listRecentOrders, rememberOrder } from "@/lib/orders/recent";
import { clearShopperHint } from "@/lib/shopper-hint";

type Completion = { type: "order"; order: StoreOrder } | { type: "cart"; cart: StoreCart; error: unknown };

/** Medusa gives an order's customer only where it is asked for in both ways. */
const ORDER_QUERY = { fields: "id,customer_id,customer.id" };

/** The cart to complete, whose it is, and who the storefront takes the shopper for. */
type Purchase = Holder & { cartId: string };

/**
 * Turns the shopper's cart into an order and gives the order's id. Pressed twice, in two tabs, or again after a lost
 * answer, it gives the same order: Medusa completes a cart once, and the browser remembers what it agreed to.
 * @param agreement what the shopper was shown: see getAgreement
 * @throws AppError "cart-empty", "cart-changed", "out-of-stock" (with what is left), "payment-failed",
 *   "too-many-attempts", "unavailable"
 */
export async function placeOrder(agreement: string): Promise<string> {
  const holder = await readHolder();
  const customerId = holder.session?.customerId ?? null;
  const recent = await listRecentOrders();
  const placed = recent.find((order) => order.agreement === agreement && order.customerId === customerId);
  if (placed) return placed.id;
  const { cartId } = holder;
  if (!cartId) throw new AppError("cart-empty");
  const purchase = { ...holder, cartId };
  await requireAgreement(purchase, agreement);
  const order = await complete(purchase);
  await rememberOrder({ id: order.id, agreement, customerId });
  await forgetCart(holder);
  return order.id;
}

/** A customer's closed cart stays on record until the next one is begun: should this answer be lost, it leads here again. */
async function forgetCart({ session }: Holder): Promise<void> {
  if (session) return;
  await clearCartId();
  await clearShopperHint();
}

/**
 * Cart, session and what was agreed to belong together, or nothing is ordered. A cart that is closed already has been
 * paid for by this very button: completing it again finds its order.
 */
async function requireAgreement(purchase: Purchase, agreement: string): Promise<void> {
  const found = await findCart(purchase);
  if (found.status === "none" || found.status === "closed") return;
  const cartCustomerId = found.cart.customer?.id ?? null;
  const refusal = { ...describe(purchase), type: "order.refused", cartCustomerId } as const;
  if (found.status === "foreign") {
    await recordAuditEntry({ ...refusal, reason: "cart-of-another" });
    throw new AppError("cart-empty");
  }
  const shown = await presentCart(found.cart);
  if (shown.lines.length > 0 && getNextStep(shown) === "review" && getAgreement(shown) === agreement)
    return countOrder(purchase.session, shown.email);
  await recordAuditEntry({ ...refusal, reason: "cart-changed" });
  throw new AppError("cart-changed");
}

async function complete(purchase: Purchase): Promise<StoreOrder> {
  const attribution = describe(purchase);
  try {
    const path = `/store/carts/${purchase.cartId}/complete`;
    const answer = await callAs<Completion>(purchase.identity, path, { method: "POST", query: ORDER_QUERY });
    if (answer.type !== "order") throw new AppError("payment-failed");
    const { id, customer_id } = answer.order;
    await recordAuditEntry({
      ...attribution,
      type: "order.placed",
      orderId: id,
      orderCustomerId: customer_id,
    });
    return answer.order;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await recordAuditEntry({ ...attribution, type: "order.failed", reason: error.code });
    throw await explain(error, purchase);
  }
}

async function explain(refusal: AppError, purchase: Purchase): Promise<AppError> {
  if (refusal.code === "not-found") return new AppError("cart-empty", { cause: refusal });
  if (refusal.code !== "out-of-stock") return refusal;
  // The refusal stands, whether or not it can be explained.
  const form = await explainScarcity(purchase).catch(() => "");
  return new AppError("out-of-stock", { fields: { form }, cause: refusal });
}

async function explainScarcity(purchase: Purchase): Promise<string> {
  const found = await findCart(purchase);
  return found.status === "open" ? describeScarcity(found.cart) : "";
}

function describe({ session, cartId }: Purchase) {
  return { customerId: session?.customerId ?? null, sessionId: session?.id ?? null, cartId };
}
