import { zodValidator } from "@medusajs/framework";
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { POST as refresh } from "@medusajs/medusa/api/auth/token/refresh/route";
import { emitEvent, PASSWORD_CHANGED } from "../../../../../account/events";
import { getLogin, PROVIDER, requirePassword } from "../../../../../account/login";
import { listNames } from "../../../../../account/names";
import { requireAcceptablePassword } from "../../../../../account/password";
import { withLoginLock } from "../../../../../tokens/login-lock";

const bodySchema = z.object({ old_password: z.string().min(1), new_password: z.string() });

/**
 * Changes the password and revokes every earlier token. The new password is checked after the old one.
 *
 * 200 `{ token }`: a fresh one · 400 the new password is refused, with the reason as code · 401 invalid token · 403
 * `{ type: "forbidden", code: "wrong_password" }`
 */
export async function POST(request: AuthenticatedMedusaRequest, response: MedusaResponse): Promise<void> {
  const { old_password, new_password } = await zodValidator(bodySchema, request.body);
  await withLoginLock(request, async () => {
    await requirePassword(request, old_password);
    const { entity_id: email } = await getLogin(request);
    await requireAcceptablePassword(new_password, { email, names: await listNames(request.scope, email) });
    await setPassword(request, new_password);
    await refresh(request, response);
  });
}

async function setPassword(request: AuthenticatedMedusaRequest, password: string) {
  const { entity_id } = await getLogin(request);
  const auth = request.scope.resolve(Modules.AUTH);
  const { success, error } = await auth.updateProvider(PROVIDER, { entity_id, password });
  if (!success) throw new Error(error);
  await emitEvent(request.scope, PASSWORD_CHANGED, { email: entity_id });
}
