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

/** An account has the address that its customer signs in with. Medusa would take any, and so somebody else's. */
export async function requireRegisteredEmail(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const { email } = bodySchema.parse(request.validatedBody);
  // Medusa's own authentication has let it pass before.
  const { entity_id } = await getLogin(request as AuthenticatedMedusaRequest);
  if (email?.toLowerCase() !== entity_id.toLowerCase())
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "This is not the address that was registered.");
  next();
}
