import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError, Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { loginAddress } from "../../account/email-address";
import { requireAcceptablePassword } from "../../account/password";

const bodySchema = z.object({
  email: z.unknown(),
  first_name: z.string().max(200).optional().catch(undefined),
  last_name: z.string().max(200).optional().catch(undefined),
  password: z.unknown(),
});

/**
 * Validates a registration: one lower-case e-mail address, an acceptable password and, for users, an invitation.
 * Names are optional here and only used to refuse passwords made of them.
 */
export async function validateRegistration(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const { email: typed, first_name, last_name, password } = bodySchema.parse(request.body ?? {});
  const { data: email } = loginAddress.safeParse(typed);
  if (!email) throw new MedusaError(MedusaError.Types.INVALID_DATA, "That is not an e-mail address.");
  await requireAcceptablePassword(password, { email, names: [first_name, last_name] });
  if (request.params.actor_type === "user") await requireInvitation(request, email);
  next();
}

/** Without an invitation a stranger could register a future colleague's address first. */
async function requireInvitation({ scope }: MedusaRequest, email: string): Promise<void> {
  const invitations = await scope.resolve(Modules.USER).listInvites({ email });
  const isOpen = ({ accepted, expires_at }: (typeof invitations)[number]) =>
    !accepted && new Date(expires_at).getTime() > Date.now();
  const isInvited = invitations.some(isOpen);
  if (!isInvited)
    throw new MedusaError(
      MedusaError.Types.UNAUTHORIZED,
      "Registration needs an invitation to this address.",
    );
}
