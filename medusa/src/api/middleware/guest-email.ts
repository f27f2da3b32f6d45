import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { findOrCreateGuest } from "../../carts/guest-customer";
import { consumeLimit } from "./rate-limit";

const bodySchema = z.object({ email: z.string().nullish() });

/**
 * Assigns a guest customer to a cart without a customer before an e-mail address is set. Medusa would assign the
 * account of that address, which anybody can type.
 */
export async function assignGuestCustomer(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const { email } = bodySchema.parse(request.validatedBody);
  const { id } = request.params;
  if (email && id) {
    const module = request.scope.resolve(Modules.CART);
    const [cart] = await module.listCarts({ id }, { select: ["id", "customer_id"] });
    const findGuest = () => findOrCreateGuest(request.scope, email, () => consumeLimit(request, "guest"));
    const customer_id = cart && !cart.customer_id ? await findGuest() : null;
    if (customer_id) await module.updateCarts(id, { customer_id });
  }
  next();
}
