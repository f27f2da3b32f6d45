import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { issueResetToken } from "../../../../../tokens/reset-token";

const bodySchema = z.object({
  identifier: z.string(),
  metadata: z.record(z.string(), z.unknown()).default({}),
});

/**
 * Mails a password reset link. Responds before any lookup, so that neither response nor timing reveals whether the
 * address has a login, or of which kind.
 *
 * 201 in any case
 */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { identifier: email, metadata } = bodySchema.parse(request.validatedBody);
  const { actor_type: actorType = "" } = request.params;
  response.sendStatus(201);
  try {
    await issueResetToken(request.scope, { email, actorType, metadata });
  } catch {
    // The reason may name the address, so it is not logged.
    request.scope.resolve(ContainerRegistrationKeys.LOGGER).error("A reset link could not be issued");
  }
}
