import { errorHandler } from "@medusajs/framework/http";
import { nameRefusal } from "../carts/refusals";
import { findClientFault } from "../http/client-fault";
import { TooManyRequests } from "../rate-limit/too-many-requests";

type ErrorHandler = ReturnType<typeof errorHandler>;

const CART_ID = /cart_[0-9A-Z]{26}/g;

const answer = errorHandler();

/**
 * Medusa's own answers, with three differences. A refusal to change or to order a cart has a code of its own. What cannot
 * be read or stored is the request's fault, whatever noticed it, and nothing of it reaches the log. A cart's id opens the
 * cart, and what Medusa says of one that it cannot find goes into its log.
 */
// oxlint-disable-next-line max-params -- Express knows an error's handler by its four.
export const answerError: ErrorHandler = (error: unknown, request, response, next) => {
  if (error instanceof TooManyRequests) {
    response.setHeader("retry-after", String(error.retryAfterSeconds));
    return void response.status(429).json({ type: "too_many_requests", message: error.message });
  }
  const fault = findClientFault(error);
  if (fault) return void response.status(fault.status).json({ type: "invalid_data", message: fault.message });
  if (request.originalUrl.startsWith("/store/")) nameRefusal(error);
  if (error instanceof Error) error.message = error.message.replaceAll(CART_ID, "cart_…");
  return answer(error, request, response, next);
};
