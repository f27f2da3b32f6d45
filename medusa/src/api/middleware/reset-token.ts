import { randomUUID } from "node:crypto";
import { zodValidator } from "@medusajs/framework";
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { listNames } from "../../account/names";
import { requireAcceptablePassword } from "../../account/password";
import { createUnauthorizedError, requireValidResetToken } from "../../tokens/bearer";

/** Longer than a reset token's lifetime. */
const EXPIRE_SECONDS = 3_600;

const bodySchema = z.object({ password: z.string() });

/**
 * Consumes a reset token, which is accepted once, if it has its login's current token version. Medusa looks the token up
 * and deletes it in two steps, between which another request could use it. An unacceptable password does not use the
 * token up.
 */
export async function consumeResetToken(
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
