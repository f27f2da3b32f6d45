import { errorHandler } from "@medusajs/framework/http";
import { removeCartIds } from "../carts/cart-ids";
import { addRefusalCode } from "../carts/refusals";
import { toClientError } from "../http/client-error";
import { TooManyRequests } from "../rate-limit/too-many-requests";

type ErrorHandler = ReturnType<typeof errorHandler>;

const handleMedusaError = errorHandler();

/**
 * Medusa's error handler, with three differences. Refusals to change or order a cart get a code. Input that cannot be
 * parsed or stored is a client error and is not logged. Cart ids, which give access to the cart, are removed from
 * messages.
 */
// oxlint-disable-next-line max-params -- Express knows an error's handler by its four.
export const handleError: ErrorHandler = (error: unknown, request, response, next) => {
  if (error instanceof TooManyRequests) {
    response.setHeader("retry-after", String(error.retryAfterSeconds));
    return void response.status(429).json({ type: "too_many_requests", message: error.message });
  }
  const clientError = toClientError(error);
  if (clientError)
    return void response
      .status(clientError.status)
      .json({ type: "invalid_data", message: clientError.message });
  if (request.originalUrl.startsWith("/store/")) addRefusalCode(error);
  removeCartIds(error);
  return handleMedusaError(error, request, response, next);
};
