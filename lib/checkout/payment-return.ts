import "server-only";
import { getCartContext } from "@/lib/cart/context";
import { recordPlaced, takeOrder } from "@/lib/checkout/place-order";
import { type Settlement, settlePayment } from "@/lib/checkout/pay-elsewhere";
import { AppError, ERROR_TEXT, type ErrorCode, type Failure } from "@/lib/errors";
import { writeFlash } from "@/lib/forms/flash";
import type { Country } from "@/lib/markets";
import { findErrorCode } from "@/lib/medusa/errors";
import { listRecentOrders } from "@/lib/orders/recent-orders";

const DECLINED: Record<string, ErrorCode> = {
  declined: "payment-declined",
  challenge_failed: "payment-declined",
  insufficient_funds: "payment-insufficient",
};

/**
 * Where a shopper goes on who comes back from the page of a payment provider. Nothing of the address that they come back
 * with counts: it is their own cart whose payment is looked at, and the provider that is asked. Only in a route handler.
 * @returns a path: the confirmation of the order, or the step of the checkout that says what has happened
 */
export async function finishPayment(country: Country): Promise<string> {
  try {
    const { cartId, ...context } = await getCartContext();
    if (!cartId) return await findLatestOrder(country);
    const known = { ...context, cartId };
    const settlement = await settlePayment(known);
    if (settlement.status !== "ordered") return await explain(settlement, country);
    await recordPlaced(known, settlement.order);
    await takeOrder(known, { id: settlement.order.id, checksum: settlement.checksum });
    return toConfirmation(country, settlement.order.id);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    await writeFlash({ ok: false, code: error.code }, "order");
    return `/${country}/checkout?step=review`;
  }
}

/** The order that another tab of this guest's has come back to; without one the checkout, which says that it is empty. */
async function findLatestOrder(country: Country): Promise<string> {
  const latest = (await listRecentOrders()).find(({ customerId }) => customerId === null);
  return latest ? toConfirmation(country, latest.id) : `/${country}/checkout`;
}

function toConfirmation(country: Country, orderId: string): string {
  return `/${country}/order/${orderId}/confirmed`;
}

/** Says on the next page why there is no order. */
async function explain(settlement: Settlement, country: Country): Promise<string> {
  const failure = toFailure(settlement);
  if (failure) await writeFlash(failure, "order");
  const isDeclined = settlement.status === "declined";
  return `/${country}/checkout?step=${isDeclined ? "payment" : "review"}`;
}

function toFailure(settlement: Settlement): Omit<Failure, "values"> | null {
  switch (settlement.status) {
    case "declined":
      return { ok: false, code: DECLINED[settlement.reason ?? ""] ?? "payment-failed" };
    case "released": {
      const code = findErrorCode(`${settlement.reason}: `);
      return { ok: false, code: "payment-released", ...(code ? { fields: { form: ERROR_TEXT[code] } } : {}) };
    }
    case "processing":
      return { ok: false, code: "payment-pending" };
    default:
      return null;
  }
}
