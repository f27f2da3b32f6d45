import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { MedusaError } from "@medusajs/framework/utils";
import { readBearer, refusal, requireCurrent } from "../../tokens/bearer";

type Handler = (request: MedusaRequest, response: MedusaResponse, next: MedusaNextFunction) => Promise<void>;

/** A bearer token that does not hold is refused, never overlooked. Without one, the request goes on as it is. */
export const requireValidBearer: Handler = async (request, _response, next) => {
  if (request.headers.authorization) {
    const claims = readBearer(request);
    if (!claims) throw refusal();
    await requireCurrent(request, claims);
  }
  next();
};

const CREATES_CUSTOMER = /^\/store\/customers\/?$/i;

/** As above, for what only customers do. A token that speaks for no customer yet is good for becoming one. */
export const requireCustomerBearer: Handler = async (request, response, next) => {
  if (request.headers.authorization) {
    const claims = readBearer(request);
    const path = request.baseUrl + request.path;
    const becomesCustomer = request.method === "POST" && CREATES_CUSTOMER.test(path);
    if (claims?.actor_type !== "customer") throw refusal();
    if (!claims.actor_id && !becomesCustomer) throw refusal();
  }
  await requireValidBearer(request, response, next);
};

/** What would give a customer another key to the account, one that revoking tokens does not reach. */
export const refuseCustomers: Handler = (request, _response, next) => {
  if (readBearer(request)?.actor_type === "customer")
    throw new MedusaError(MedusaError.Types.FORBIDDEN, "This is not for customers.");
  next();
  return Promise.resolve();
};
