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
 * For a registration: one address in small letters, a password that an account may have and, for those who run the shop,
 * an invitation. Names are not Medusa's to take here; a storefront that knows them sends them along, so that they are no
 * passwords.
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

/** Without it a stranger could register the address of a colleague-to-be, and keep them out. */
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
