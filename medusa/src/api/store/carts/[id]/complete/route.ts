import { prepareRetrieveQuery, zodValidator } from "@medusajs/framework";
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys, MedusaError, Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { refetchCart } from "@medusajs/medusa/api/store/carts/helpers";
import { defaultStoreCartFields } from "@medusajs/medusa/api/store/carts/query-config";
import { completeCartWorkflowId } from "@medusajs/medusa/core-flows";
import { CART_CHANGED } from "../../../../../carts/checksum";

const bodySchema = z.object({ checksum: z.string().max(64).nullish() });

/** Failures after which the cart can be completed again: Medusa answers 200 with the cart. */
const RETRIABLE = new Set<unknown>([
  MedusaError.Types.PAYMENT_AUTHORIZATION_ERROR,
  MedusaError.Types.PAYMENT_REQUIRES_MORE_ERROR,
]);

interface Failure extends Error {
  type?: string;
  code?: string;
}

/**
 * Medusa's completion with an optional checksum of the cart that was agreed to, which the workflow verifies under its
 * lock (see workflows/complete-cart). Without a checksum it completes any cart, as Medusa does.
 *
 * 200 `{ type: "order", order }` · 200 `{ type: "cart", cart, error }`: not paid · 400 the cart is not ready · 409 `{
 * type: "conflict", code: "cart_changed" }`
 */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { checksum } = await zodValidator(bodySchema, request.body ?? {});
  const id = request.params.id ?? "";
  const engine = request.scope.resolve(Modules.WORKFLOW_ENGINE);
  const { errors, result, transaction } = await engine.run(completeCartWorkflowId, {
    input: { id, checksum },
    throwOnError: false,
  });
  if (!transaction.hasFinished())
    throw new MedusaError(MedusaError.Types.CONFLICT, "Cart is already being completed by another request");
  const failure = errors[0]?.error as Failure | undefined;
  if (failure) await sendFailure(request, response, failure);
  else await sendOrder(request, response, (result as { id: string }).id);
}

async function sendFailure(request: MedusaRequest, response: MedusaResponse, failure: Failure) {
  const { message, name, type, code } = failure;
  if (code === CART_CHANGED) return void response.status(409).json({ type: "conflict", code, message });
  if (!RETRIABLE.has(type)) throw failure;
  const query = await prepareRetrieveQuery({}, { defaults: defaultStoreCartFields }, request);
  const cart = await refetchCart(request.params.id ?? "", request.scope, query.remoteQueryConfig.fields);
  response.status(200).json({ type: "cart", cart, error: { message, name, type } });
}

async function sendOrder(request: MedusaRequest, response: MedusaResponse, id: string) {
  const { data } = await request.scope.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "order",
    fields: request.queryConfig.fields,
    filters: { id },
  });
  response.status(200).json({ type: "order", order: data[0] });
}
