import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { emailAddress } from "../../account/email-address";
import { CODES_KEY } from "../../promotions/cart-codes";

/** More of one thing than anybody orders. */
const MAX_QUANTITY = 9_999;

const quantity = z.number().int().min(0).max(MAX_QUANTITY).optional();
const cartInput = z.object({
  email: emailAddress.or(z.literal("")).nullish(),
  quantity,
  items: z.array(z.object({ quantity })).optional(),
  // Codes are counted where they are given, so that they cannot be guessed: this is no way past it.
  metadata: z
    .record(z.string(), z.unknown())
    .refine((metadata) => !(CODES_KEY in metadata))
    .nullish(),
});

const FIELDS: Record<string, string> = { email: "e-mail address", metadata: "metadata" };

/** What is put into a cart: one address that mail can go to, whole numbers of things, and none of the shop's own notes. */
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
