import "server-only";
import { z } from "zod";
import { addressSchema } from "@/lib/cart/backend-address";
import { purchaseFields } from "@/lib/cart/backend-purchase";
import { listOf, optionalText, parseAnswer } from "@/lib/medusa/parse";

const cartSchema = z.object({
  ...purchaseFields,
  completed_at: optionalText,
  region_id: optionalText,
  // Whose it is decides who may see it: an owner that cannot be read is not the same as none.
  customer: z.object({ id: z.string(), has_account: z.boolean().nullish() }).nullish(),
  shipping_address: addressSchema.nullish(),
  billing_address: addressSchema.nullish(),
  payment_collection: z
    .object({
      id: z.string(),
      payment_sessions: listOf(z.object({ provider_id: z.string() }), "payment session"),
    })
    .nullish(),
});

/** Medusa's own cart, as far as the shop reads it: the fields of CART_FIELDS. For `lib` alone. */
export type BackendCart = z.infer<typeof cartSchema>;

const cartAnswer = z.object({ cart: cartSchema });
const collectionAnswer = z.object({ payment_collection: z.object({ id: z.string() }) });

/** The cart in an answer to a read or a change of it. @throws AppError "unavailable" */
export function parseCart(answer: unknown): BackendCart {
  return parseAnswer(cartAnswer, answer).cart;
}

/** The id of the payment collection that was made for a cart. @throws AppError "unavailable" */
export function parsePaymentCollectionId(answer: unknown): string {
  return parseAnswer(collectionAnswer, answer).payment_collection.id;
}
