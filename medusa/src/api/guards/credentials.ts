import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import {
  isValid,
  readBearer,
  readCookieSession,
  createUnauthorizedError,
  requireValid,
} from "../../tokens/bearer";
import type { Claims } from "../../tokens/claims";
import { getAdminLifetime, setTokenLifetime } from "../../tokens/lifetime";
import { isRole } from "../../tokens/roles";

type Handler = (request: MedusaRequest, response: MedusaResponse, next: MedusaNextFunction) => Promise<void>;

/** For everything that Medusa would answer to a bearer token or a cookie session: neither may be one that has ended. */
export const requireValidCredentials: Handler = async (request, _response, next) => {
  await requireValidBearer(request);
  await requireValidSession(request);
  next();
};

const API_KEY = /^basic\s/i;

/** As above, for the admin. API keys are looked up by Medusa with every request. */
export const requireValidAdminCredentials: Handler = async (request, _response, next) => {
  if (!API_KEY.test(request.headers.authorization ?? "")) await requireValidBearer(request);
  await requireValidSession(request);
  next();
};

const CREATES_CUSTOMER = /^\/store\/customers\/?$/i;

/** As above, for what only customers do. A token that speaks for no customer yet is good for becoming one. */
export const requireCustomerCredentials: Handler = async (request, response, next) => {
  if (request.headers.authorization) {
    const claims = readBearer(request);
    const becomesCustomer = request.method === "POST" && CREATES_CUSTOMER.test(readPath(request));
    if (claims?.actor_type !== "customer") throw createUnauthorizedError();
    if (!claims.actor_id && !becomesCustomer) throw createUnauthorizedError();
  }
  await requireValidCredentials(request, response, next);
};

const SIGN_IN =
  /^\/auth\/(customer|user)\/[^/]+(\/(register|reset-password|callback|update|providers))?\/?$/i;

/**
 * As above, for the routes that issue tokens. Signing in needs no credentials, and an old token that a browser sends
 * along must not keep its owner out. What a user's token or session is exchanged for lives no longer than itself.
 */
export const requireValidForTokenRoutes: Handler = async (request, _response, next) => {
  const isSignIn = SIGN_IN.test(readPath(request));
  const bearer = isSignIn ? null : await requireValidBearer(request);
  const session = await requireValidSession(request);
  for (const claims of [session, bearer]) {
    if (claims?.actor_type !== "user") continue;
    setTokenLifetime(request.scope, getAdminLifetime(claims, Date.now()));
    break;
  }
  next();
};

/** The one there is, and the list that the admin asks for. */
const PROVIDERS = new Set(["emailpass", "providers"]);

/** What stands below `/auth` where others name a kind of actor. */
const OTHER_AUTH_PATHS = new Set(["token", "session", "mfa", "verification"]);

/** Signs in customers and users: tokens of any other actor would be keys to the same logins. */
export const requireKnownActor: Handler = (request, _response, next) => {
  const { actor_type, auth_provider } = request.params;
  // Any other provider is none of this shop's, and Medusa logs a stack for each that it looks for in vain.
  const isOwnPath = OTHER_AUTH_PATHS.has(actor_type?.toLowerCase() ?? "");
  if (!isOwnPath && !(PROVIDERS.has(auth_provider ?? "") && isRole(actor_type)))
    throw createUnauthorizedError();
  if (actor_type === "user") setTokenLifetime(request.scope, getAdminLifetime(null, Date.now()));
  next();
  return Promise.resolve();
};

/** What would give anybody but a user another key to the account, one that this shop does not use. */
export const requireUser: Handler = (request, _response, next) => {
  const actorTypes = [readBearer(request)?.actor_type, readCookieSession(request)?.claims?.actor_type];
  if (actorTypes.some((type) => type !== undefined && type !== "user")) throw createNotUsedError();
  next();
  return Promise.resolve();
};

/** Proving an address by a code is nothing that this shop does, and a code would outlive the login's token series. */
export const rejectAll: Handler = () => Promise.reject(createNotUsedError());

/** @returns the claims of a token that holds; null without an `authorization` header */
async function requireValidBearer(request: MedusaRequest): Promise<Claims | null> {
  if (!request.headers.authorization) return null;
  const claims = readBearer(request);
  if (!claims) throw createUnauthorizedError();
  await requireValid(request, claims);
  return claims;
}

/**
 * A session that has ended is emptied, so that Medusa does not believe it further on: its browser can sign in again.
 * @returns the claims of one that holds; null without one
 * @throws MedusaError "unauthorized" when Medusa has believed it already
 */
async function requireValidSession(request: MedusaRequest): Promise<Claims | null> {
  const session = readCookieSession(request);
  if (!session) return null;
  if (session.claims && (await isValid(request.scope, session.claims))) return session.claims;
  session.clear();
  if ((request as { auth_context?: unknown }).auth_context === session.context)
    throw createUnauthorizedError();
  return null;
}

function readPath(request: MedusaRequest): string {
  return request.baseUrl + request.path;
}

function createNotUsedError(): MedusaError {
  return new MedusaError(MedusaError.Types.FORBIDDEN, "This shop does not use this.");
}
