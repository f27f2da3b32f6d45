import "server-only";
import { z } from "zod";
import type { KnownCart } from "@/lib/cart/context";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { optionalText, parseResponse } from "@/lib/medusa/parse";

const orderSchema = z.object({ id: z.string(), customer_id: optionalText });

/** What has become of a payment at a provider's page (medusa/src/payments/settle-payment.ts). */
const settlementSchema = z.discriminatedUnion("status", [
  z.object({ status: z.literal("ordered"), checksum: z.string(), order: orderSchema }),
  z.object({ status: z.literal("declined"), reason: optionalText }),
  z.object({ status: z.literal("released"), reason: optionalText }),
  z.object({ status: z.literal("open") }),
  z.object({ status: z.literal("processing") }),
  z.object({ status: z.literal("none") }),
]);
export type Settlement = z.infer<typeof settlementSchema>;

const startedSchema = z.union([
  z.object({ status: z.literal("redirect"), url: z.url({ protocol: /^https?$/ }) }),
  settlementSchema,
]);

/**
 * Begins the payment of a cart. The backend settles earlier payments of the cart first, so one that was paid in another
 * tab ends in its order here. For `lib/checkout` alone.
 * @returns the address of the page on which it is paid, or the order
 * @throws AppError "payment-pending" while an earlier one is being decided, and as `callAs`
 */
export async function beginPayment(
  attempt: KnownCart & { checksum: string; country: string },
): Promise<{ payAt: string } | z.infer<typeof orderSchema>> {
  const { identity, cartId, checksum, country } = attempt;
  const call = { method: "POST", body: { checksum, country } } as const;
  const started = parseResponse(
    startedSchema,
    await callAs(identity, `/store/carts/${cartId}/payment`, call),
  );
  switch (started.status) {
    case "redirect":
      return { payAt: started.url };
    case "ordered":
      return started.order;
    case "processing":
      throw new AppError("payment-pending");
    default:
      throw new AppError("payment-failed");
  }
}

/**
 * Asks what has become of the newest payment of a cart; the backend asks the provider, and makes the order if it is paid.
 * For `lib/checkout` alone.
 */
export async function settlePayment({ identity, cartId }: KnownCart): Promise<Settlement> {
  const path = `/store/carts/${cartId}/payment/settle`;
  return parseResponse(settlementSchema, await callAs(identity, path, { method: "POST", body: {} }));
}

/** The order that a payment of the cart has paid for; null if there is none. For `lib/checkout` alone. */
export async function findPaidOrder(known: KnownCart): Promise<z.infer<typeof orderSchema> | null> {
  const settlement = await settlePayment(known);
  return settlement.status === "ordered" ? settlement.order : null;
}
