import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { isPrivateFile } from "../../http/uploads";
import { isValid, readBearer, readCookieSession } from "../../tokens/bearer";

/**
 * Serves private files to admins only, 404 to everybody else. Exports of orders and customers are among the uploads,
 * under names that can be guessed from their creation time.
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
