import type {
  AuthenticatedMedusaRequest,
  MedusaRequest,
  MedusaNextFunction,
  MedusaResponse,
} from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { getLogin } from "../../account/login";

const bodySchema = z.object({ email: z.string().nullish() });

/** An account gets the e-mail address of its login. Medusa would accept any address, and so another person's. */
export async function requireRegisteredEmail(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const { email } = bodySchema.parse(request.validatedBody);
  // Medusa's authentication has run before.
  const { entity_id } = await getLogin(request as AuthenticatedMedusaRequest);
  if (email?.toLowerCase() !== entity_id.toLowerCase())
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "This is not the address that was registered.");
  next();
}
