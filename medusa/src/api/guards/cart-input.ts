import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { emailAddress } from "../../account/email-address";

/** More of one thing than anybody orders. */
const LARGEST_QUANTITY = 9_999;

const quantity = z.number().int().min(0).max(LARGEST_QUANTITY).optional();
const cartInput = z.object({
  email: emailAddress.or(z.literal("")).nullish(),
  quantity,
  items: z.array(z.object({ quantity })).optional(),
});

/** What is put into a cart: one address that mail can go to, and whole numbers of things. */
export function requireSoundCart(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
) {
  const { error } = cartInput.safeParse(request.body ?? {});
  if (!error) return next();
  const field = error.issues[0]?.path[0] === "email" ? "e-mail address" : "quantity";
  throw new MedusaError(MedusaError.Types.INVALID_DATA, `The ${field} cannot be used.`);
}
