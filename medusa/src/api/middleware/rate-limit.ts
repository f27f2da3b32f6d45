import { createHmac } from "node:crypto";
import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { env } from "../../env";
import { getClientIp } from "../../http/client-ip";
import { isStorefrontProof, PROOF_HEADER } from "../../http/storefront-proof";
import { RATE_LIMIT } from "../../modules/rate-limit";
import type { RateLimitService } from "../../modules/rate-limit/service";
import { classifyAuthRequest, type LimitedAttempt } from "../../rate-limit/auth-attempt";
import { LIMITS, type Kind } from "../../rate-limit/limits";
import { readActorId } from "../../tokens/actor";
import { readBearer } from "../../tokens/bearer";
import { TooManyRequests } from "../../rate-limit/too-many-requests";

/** Limits authentication attempts. The storefront limits its own. */
export async function limitAuth(request: MedusaRequest, response: MedusaResponse, next: MedusaNextFunction) {
  if (request.method === "OPTIONS" || isStorefront(request)) return next();
  const path = request.baseUrl + request.path;
  const { attempts, isRefundable } = classifyAuthRequest(path, request.body, request.query);
  await consumeLimits(request, attempts);
  if (isRefundable) response.once("finish", () => void refundOnSuccess(request, response, attempts));
  next();
}

/** Limits attempts at the current password by account, across all clients. */
export async function limitOwnPassword(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
) {
  const account = readActorId(request) ?? readBearer(request)?.actor_id;
  if (account && !isStorefront(request))
    await consumeLimits(request, [{ kind: "own-password", account, isForAnyClient: true }]);
  next();
}

/** Limits promotion codes, because each response tells whether the code exists. A new cart has no count of its own. */
export async function limitPromotionCodes(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
) {
  const { promo_codes } = (request.body ?? {}) as { promo_codes?: unknown };
  const { id } = request.params;
  if (Array.isArray(promo_codes) && promo_codes.length > 0 && !isStorefront(request))
    await consumeLimits(request, [
      { kind: "promotion" },
      ...(id ? [{ kind: "promotion-cart", account: id, isForAnyClient: true } as const] : []),
    ]);
  next();
}

/** Limits look-ups of orders, by client and by mailbox. */
export async function limitOrderLinks(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
) {
  const { email } = (request.body ?? {}) as { email?: unknown };
  const account = typeof email === "string" ? email.toLowerCase() : "";
  if (!isStorefront(request))
    await consumeLimits(request, [
      { kind: "look-up" },
      { kind: "look-up-mailbox", account, isForAnyClient: true },
    ]);
  next();
}

/** Limits costly requests that need no account. */
export function limit(kind: Kind) {
  return async (request: MedusaRequest, _response: MedusaResponse, next: MedusaNextFunction) => {
    await consumeLimit(request, kind);
    next();
  };
}

/** @throws TooManyRequests */
export async function consumeLimit(request: MedusaRequest, kind: Kind): Promise<void> {
  if (!isStorefront(request)) await consumeLimits(request, [{ kind }]);
}

async function consumeLimits(request: MedusaRequest, counted: LimitedAttempt[]): Promise<void> {
  const limits = request.scope.resolve<RateLimitService>(RATE_LIMIT);
  for (const each of counted) {
    const seconds = await limits.consume(LIMITS[each.kind], getLimitKey(request, each));
    if (seconds > 0) throw new TooManyRequests(seconds);
  }
}

/** Refunds a successful attempt: resets the account's count, and gives the client this attempt back. */
async function refundOnSuccess(
  request: MedusaRequest,
  response: MedusaResponse,
  counted: LimitedAttempt[],
): Promise<void> {
  if (response.statusCode >= 300) return;
  const limits = request.scope.resolve<RateLimitService>(RATE_LIMIT);
  try {
    for (const each of counted) {
      const key = getLimitKey(request, each);
      await (each.account ? limits.reset(LIMITS[each.kind], key) : limits.reward(LIMITS[each.kind], key));
    }
  } catch (error) {
    const logger = request.scope.resolve(ContainerRegistrationKeys.LOGGER);
    logger.error("attempts stay counted", error as Error);
  }
}

/** The key is a keyed hash, so that the table reveals neither IP nor e-mail addresses. */
function getLimitKey(request: MedusaRequest, { account = "", isForAnyClient }: LimitedAttempt): string {
  const caller = {
    remoteAddress: request.socket.remoteAddress,
    forwardedFor: request.headers["x-forwarded-for"] as string | undefined,
  };
  const clientIp = isForAnyClient ? "" : getClientIp(caller, env.trustedProxies);
  return createHmac("sha256", env.jwtSecret ?? "")
    .update(JSON.stringify([clientIp, account]))
    .digest("base64url")
    .slice(0, 22);
}

function isStorefront(request: MedusaRequest): boolean {
  return isStorefrontProof(request.headers[PROOF_HEADER], env.revalidateSecret);
}
