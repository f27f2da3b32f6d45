import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError, parseCorsOrigins } from "@medusajs/framework/utils";
import { env } from "../../env";
import { isPossibleCsrf } from "../../http/origin";

const own = new URL(env.medusaUrl).origin;
const admin = [own, ...parseCorsOrigins(env.adminCors)];
const auth = [...admin, ...parseCorsOrigins(env.authCors)];
const store = [own, ...parseCorsOrigins(env.storeCors)];

/**
 * Refuses changes sent with a cookie by a page of another origin. Tokens and API keys are never attached by a browser
 * on its own.
 */
export function requireAllowedOrigin(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
) {
  if (!isPossibleCsrf(request.method, request.headers, allowedFor(request.path))) return next();
  throw new MedusaError(
    MedusaError.Types.FORBIDDEN,
    `This was sent by a page of another origin. The admin is at ${own}/app.`,
  );
}

function allowedFor(path: string) {
  if (/^\/auth(\/|$)/i.test(path)) return auth;
  return /^\/store(\/|$)/i.test(path) ? store : admin;
}
