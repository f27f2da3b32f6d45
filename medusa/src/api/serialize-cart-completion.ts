import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { withCompletionLock } from "../carts/completion-lock";

/** Holds the lock of a cart's completion until the response is sent. */
export async function serializeCartCompletion(
  request: MedusaRequest,
  response: MedusaResponse,
  next: MedusaNextFunction,
) {
  const complete = () =>
    new Promise<void>((resolve) => {
      // The client has disconnected while waiting; nothing would release the lock.
      if (response.closed) return resolve();
      response.once("close", resolve);
      next();
    });
  await withCompletionLock(request.scope, request.params.id ?? "", complete);
}
