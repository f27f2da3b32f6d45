import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { emailAddress } from "../../account/email-address";
import { CODES_KEY } from "../../promotions/cart-codes";

/** More of one product than anybody orders. */
const MAX_QUANTITY = 9_999;

const quantity = z.number().int().min(0).max(MAX_QUANTITY).optional();
/** Typed anew: by its id a cart would show, and could change, the address of any other cart. */
const address = z.looseObject({ id: z.undefined().optional() }).nullish();
const cartInput = z.object({
  shipping_address: address,
  billing_address: address,
  email: emailAddress.or(z.literal("")).nullish(),
  quantity,
  items: z.array(z.object({ quantity })).optional(),
  // Promotion codes in metadata would bypass the rate limit against guessing.
  metadata: z
    .record(z.string(), z.unknown())
    .refine((metadata) => !(CODES_KEY in metadata))
    .nullish(),
});

const FIELDS: Record<string, string> = {
  email: "e-mail address",
  metadata: "metadata",
  shipping_address: "shipping address",
  billing_address: "billing address",
};

/**
 * Validates input of a cart: one deliverable e-mail address, integer quantities, no address by its id, no metadata of the
 * shop's own.
 */
export function validateCartInput(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
) {
  const { error } = cartInput.safeParse(request.body ?? {});
  if (!error) return next();
  const field = FIELDS[String(error.issues[0]?.path[0])] ?? "quantity";
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `The ${field} cannot be used.`);
}
