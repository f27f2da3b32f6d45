import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { isPrivateFile } from "../../http/uploads";
import { isValid, readBearer, readCookieSession } from "../../tokens/bearer";

/**
 * Exports of orders and customers lie among the uploads, under names that can be guessed from the time they were made:
 * they are for admins alone, and are not there for anybody else.
 */
export async function requireAdminForPrivateFiles(
  request: MedusaRequest,
  response: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  if (!isPrivateFile(request.path)) return next();
  for (const claims of [readBearer(request), readCookieSession(request)?.claims]) {
    const isUser = claims?.actor_type === "user" && claims.actor_id !== "";
    if (isUser && (await isValid(request.scope, claims))) return next();
  }
  response.sendStatus(404);
}
