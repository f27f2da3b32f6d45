import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { z } from "@medusajs/framework/zod";
import { requireGoodPassword } from "../../account/password";

const bodySchema = z.object({
  email: z.string().max(320).optional().catch(undefined),
  first_name: z.string().max(200).optional().catch(undefined),
  last_name: z.string().max(200).optional().catch(undefined),
  password: z.unknown(),
});

/**
 * For a registration: the password must be one that an account may have. Names are not Medusa's to take here; a
 * storefront that knows them sends them along, so that they are no passwords.
 */
export async function requireAllowedPassword(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const { email, first_name, last_name, password } = bodySchema.parse(request.body ?? {});
  await requireGoodPassword(password, { email, names: [first_name, last_name] });
  next();
}
