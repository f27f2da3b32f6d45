import { errorHandler } from "@medusajs/framework/http";

type ErrorHandler = ReturnType<typeof errorHandler>;

const CART_ID = /cart_[0-9A-Z]{26}/g;

const answer = errorHandler();

/** A cart's id opens the cart, and what Medusa says of one that it cannot find goes into its log. */
// oxlint-disable-next-line max-params -- Express knows an error's handler by its four.
export const answerWithoutCartId: ErrorHandler = (error: unknown, request, response, next) => {
  if (error instanceof Error) error.message = error.message.replaceAll(CART_ID, "cart_…");
  return answer(error, request, response, next);
};
