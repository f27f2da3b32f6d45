import { randomUUID } from "node:crypto";
import { zodValidator } from "@medusajs/framework";
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { listNames } from "../../account/names";
import { requireAcceptablePassword } from "../../account/password";
import { createUnauthorizedError, requireValidResetToken } from "../../tokens/bearer";

/** Longer than such a token lives. */
const EXPIRE_SECONDS = 3_600;

const bodySchema = z.object({ password: z.string() });

/**
 * Lets one request with a reset token pass, if the token is of the series that its login is in. Medusa looks the token
 * up and deletes it in two steps, between which another request could use it too. A password that cannot be set does
 * not use the token up.
 */
export async function useResetTokenOnce(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const { jti, entity_id: email } = await requireValidResetToken(request);
  const { password } = await zodValidator(bodySchema, request.body);
  await requireAcceptablePassword(password, { email, names: await listNames(request.scope, email) });
  const lock = { ownerId: randomUUID(), expire: EXPIRE_SECONDS };
  await request.scope
    .resolve(Modules.LOCKING)
    .acquire(`reset:${jti}`, lock)
    .catch(() => {
      throw createUnauthorizedError();
    });
  next();
}
