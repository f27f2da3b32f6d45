import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError, Modules } from "@medusajs/framework/utils";
import { issueResetToken } from "../../../../../tokens/reset-token";

/**
 * Issues a password reset token for an administrator to pass on. Medusa's own route leaves out the login's token
 * version, so its tokens survive a revocation.
 *
 * 200 `{ token }` · 404 no such user, or one without a password
 */
export async function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { id } = request.params;
  const [user] = await request.scope.resolve(Modules.USER).listUsers({ id: id ?? "" }, { select: ["email"] });
  const token = user && (await issueResetToken(request.scope, { email: user.email, actorType: "user" }));
  if (!token) throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such user with a password.");
  response.status(200).json({ token });
}
