import { zodValidator } from "@medusajs/framework";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { POST as refresh } from "@medusajs/medusa/api/auth/token/refresh/route";
import { emitEvent, EMAIL_CHANGED } from "../../../../../account/events";
import { getLogin, PROVIDER, requirePassword } from "../../../../../account/login";
import { withLoginLock } from "../../../../../tokens/login-lock";
import { changeEmailWorkflow } from "../../../../../workflows/change-email";

const bodySchema = z.object({
  email: z.string().email().max(254).toLowerCase(),
  password: z.string().min(1),
});

/**
 * Changes the e-mail address for sign-in and mail, and notifies the old one. Revokes every earlier token.
 *
 * 200 `{ token }`: a fresh one · 400 invalid address · 401 invalid token · 403 `{ type: "forbidden", code:
 * "wrong_password" }` · 409 `{ type: "conflict", code: "email_taken" }`
 */
export async function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { email, password } = await zodValidator(bodySchema, request.body);
  await withLoginLock(request, async () => {
    await requirePassword(request, password);
    const isChanged = await changeEmail(request, email);
    if (isChanged) await refresh(request, response);
    else
      response.status(409).json({ type: "conflict", code: "email_taken", message: "This address is taken." });
  });
}

/** @returns false when the address is taken */
async function changeEmail(request: AuthenticatedMedusaRequest, to: string): Promise<boolean> {
  const { id, entity_id: from } = await getLogin(request);
  if (to === from) return true;
  if (await isTaken(request, to)) return false;
  const input = { login_id: id, customer_id: request.auth_context.actor_id, email: to };
  const { errors } = await changeEmailWorkflow(request.scope).run({ input, throwOnError: false });
  if (errors.length > 0) {
    // Of two concurrent requests for one address, the unique index refuses the second.
    if (await isTaken(request, to)) return false;
    throw errors[0]?.error;
  }
  await emitEvent(request.scope, EMAIL_CHANGED, { from, to });
  return true;
}

async function isTaken({ scope }: AuthenticatedMedusaRequest, email: string): Promise<boolean> {
  const logins = await scope
    .resolve(Modules.AUTH)
    .listProviderIdentities({ entity_id: email, provider: PROVIDER });
  const customers = await scope.resolve(Modules.CUSTOMER).listCustomers({ email, has_account: true });
  return logins.length + customers.length > 0;
}
