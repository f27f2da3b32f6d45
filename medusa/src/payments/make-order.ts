import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { completeCartWorkflowId } from "@medusajs/medusa/core-flows";
import { withCompletionLock } from "../carts/completion-lock";
import { addRefusalCode, REFUSALS, type RefusalCode } from "../carts/refusals";
import type { PaymentAttempt } from "../modules/payment-attempt/service";
import { undoUnfinishedOrders } from "./unfinished-order";

/** `refusal`: why there can be no order; it will not help to try again. */
export type MadeOrder = { orderId: string } | { refusal: RefusalCode | "ordered_otherwise" | "failed" };

/** How long an order is tried that fails for a reason that may pass. */
const GIVE_UP_AFTER_MS = 60 * 60_000;

/**
 * Makes the order of a paid cart, or finds the one that this payment has made before.
 * @throws Error for a failure that may pass; the next call tries again
 */
export async function makeOrder(container: MedusaContainer, attempt: PaymentAttempt): Promise<MadeOrder> {
  await undoUnfinishedOrders(container, attempt);
  const earlier = await findOrder(container, attempt);
  if (earlier) return earlier;
  if (!(await isCurrentSession(container, attempt))) return { refusal: "cart_changed" };
  return completeCart(container, attempt);
}

/** The order of the cart, if it has one. Another payment may have made it. */
async function findOrder(container: MedusaContainer, attempt: PaymentAttempt): Promise<MadeOrder | null> {
  const query = container.resolve(ContainerRegistrationKeys.QUERY);
  const { data: links } = await query.graph({
    entity: "order_cart",
    fields: ["order_id"],
    filters: { cart_id: attempt.cart_id },
  });
  const orderId = (links[0] as { order_id?: string } | undefined)?.order_id;
  if (!orderId) return null;
  const paid = await container
    .resolve(Modules.PAYMENT)
    .listPayments({ payment_session_id: attempt.session_id } as never);
  if (paid.length === 0) return { refusal: "ordered_otherwise" };
  // The process may have ended before anybody was told; subscribers take it any number of times.
  await container.resolve(Modules.EVENT_BUS).emit({ name: "order.placed", data: { id: orderId } });
  return { orderId };
}

/** Whether the cart is still paid with this session: Medusa replaces it when total or method change. */
async function isCurrentSession(container: MedusaContainer, attempt: PaymentAttempt): Promise<boolean> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: ["id", "payment_collection.payment_sessions.id"],
    filters: { id: attempt.cart_id },
  });
  const [cart] = data as { payment_collection?: { payment_sessions?: ({ id: string } | null)[] } | null }[];
  return (cart?.payment_collection?.payment_sessions ?? []).some(
    (session) => session?.id === attempt.session_id,
  );
}

async function completeCart(container: MedusaContainer, attempt: PaymentAttempt): Promise<MadeOrder> {
  const { cart_id: id, checksum } = attempt;
  const engine = container.resolve(Modules.WORKFLOW_ENGINE);
  const { errors, result, transaction } = await withCompletionLock(container, id, async () =>
    engine.run(completeCartWorkflowId, { input: { id, checksum }, throwOnError: false }),
  );
  const failure = errors[0]?.error as (Error & { code?: string }) | undefined;
  if (!failure && transaction.hasFinished()) return { orderId: (result as { id: string }).id };
  addRefusalCode(failure);
  const code = failure?.code ?? "";
  if (code in REFUSALS && code !== "payment_unauthorized") return { refusal: code as RefusalCode };
  if (Date.now() - attempt.created_at.getTime() > GIVE_UP_AFTER_MS) return { refusal: "failed" };
  throw new Error(`The order of payment ${attempt.session_id} was not made`, { cause: failure });
}
