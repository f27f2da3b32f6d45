import { randomUUID } from "node:crypto";
import { zodValidator } from "@medusajs/framework";
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { newPassword } from "../../account/password";
import { readResetBearer, refusal } from "../../tokens/bearer";

/** Longer than such a token lives. */
const EXPIRE_SECONDS = 3_600;

const bodySchema = z.object({ password: newPassword });

/**
 * Lets one request with a reset token pass. Medusa looks the token up and deletes it in two steps, between which
 * another request could use it too. A password that cannot be set does not use the token up.
 */
export async function useResetTokenOnce(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  const id = readResetBearer(request);
  if (!id) throw refusal();
  await zodValidator(bodySchema, request.body);
  const lock = { ownerId: randomUUID(), expire: EXPIRE_SECONDS };
  await request.scope
    .resolve(Modules.LOCKING)
    .acquire(`reset:${id}`, lock)
    .catch(() => {
      throw refusal();
    });
  next();
}
