import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import { PROVIDER } from "../../account/login";
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

/** Refuses a bearer token or cookie session that is no longer valid, wherever Medusa would accept one. */
export const requireValidCredentials: Handler = async (request, _response, next) => {
  await requireValidBearer(request);
  await requireValidSession(request);
  next();
};

const API_KEY = /^basic\s/i;

/** As above, for the admin. Medusa itself looks up API keys on every request. */
export const requireValidAdminCredentials: Handler = async (request, _response, next) => {
  if (!API_KEY.test(request.headers.authorization ?? "")) await requireValidBearer(request);
  await requireValidSession(request);
  next();
};

const CREATES_CUSTOMER = /^\/store\/customers\/?$/i;

/** As above, for customers' routes. A token without an actor may only create its customer. */
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
 * As above, for routes that issue tokens; sets the lifetime of the token to come. Sign-in ignores bearer tokens, so that
 * an old one in a browser does not prevent it. A user's token exchanged for another keeps its expiry.
 */
export const requireValidAndSetLifetime: Handler = async (request, _response, next) => {
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

/** The only provider, and the list of providers that the admin requests. */
const PROVIDERS = new Set([PROVIDER, "providers"]);

/** Paths below `/auth` in place of an actor type. */
const OTHER_AUTH_PATHS = new Set(["token", "session", "mfa", "verification"]);

/** Accepts the actor types customer and user only: a token of another type would give access to the same logins. */
export const requireKnownActor: Handler = (request, _response, next) => {
  const { actor_type, auth_provider } = request.params;
  // Medusa logs a stack trace for every unknown provider.
  const isOwnPath = OTHER_AUTH_PATHS.has(actor_type?.toLowerCase() ?? "");
  if (!isOwnPath && !(PROVIDERS.has(auth_provider ?? "") && isRole(actor_type)))
    throw createUnauthorizedError();
  next();
  return Promise.resolve();
};

/** Sets the lifetime of the token that an admin's sign-in issues. */
export const setAdminTokenLifetime: Handler = (request, _response, next) => {
  if (request.params.actor_type === "user")
    setTokenLifetime(request.scope, getAdminLifetime(null, Date.now()));
  next();
  return Promise.resolve();
};

/** Refuses cookie sessions and second factors to all but users, because this shop does not use them. */
export const requireUser: Handler = (request, _response, next) => {
  const actorTypes = [readBearer(request)?.actor_type, readCookieSession(request)?.claims?.actor_type];
  if (actorTypes.some((type) => type !== undefined && type !== "user")) throw createNotUsedError();
  next();
  return Promise.resolve();
};

/** For routes that this shop does not use. Verification codes, for one, would outlive the login's token version. */
export const rejectAll: Handler = () => Promise.reject(createNotUsedError());

/**
 * @returns the claims of a valid token; null without an `authorization` header
 * @throws MedusaError "unauthorized"
 */
async function requireValidBearer(request: MedusaRequest): Promise<Claims | null> {
  if (!request.headers.authorization) return null;
  const claims = readBearer(request);
  if (!claims) throw createUnauthorizedError();
  await requireValid(request, claims);
  return claims;
}

/**
 * Clears a cookie session that is no longer valid, so that its browser can sign in again.
 * @returns the claims of a valid session; null without one
 * @throws MedusaError "unauthorized" when Medusa has accepted the invalid session already
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
