import type { MedusaRequest, MedusaNextFunction, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils";
import { requireAccess, type Owned } from "../../carts/ownership";
import { readActorId } from "../../tokens/actor";

type Entity = "cart" | "order" | "payment_collection";

const OWNER_FIELDS = ["customer_id", "customer.has_account"];

/** For paths with the id of a cart, order or payment collection: an account's are accessible to its customer only. */
export function requireOwnershipInPath(entity: Entity) {
  return async (request: MedusaRequest, _response: MedusaResponse, next: MedusaNextFunction) => {
    await requireOwnership(request, entity, request.params.id);
    next();
  };
}

/** For requests with a cart or order id in body or query, such as those for payment, shipping, prices and returns. */
export async function requireOwnershipInInput(
  request: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
): Promise<void> {
  for (const values of [request.query, request.body]) {
    const { cart_id, order_id } = (values ?? {}) as Record<string, unknown>;
    await requireOwnership(request, "cart", cart_id);
    await requireOwnership(request, "order", order_id);
  }
  next();
}

async function requireOwnership(request: MedusaRequest, entity: Entity, ids: unknown): Promise<void> {
  const id = [ids].flat().filter((value) => typeof value === "string");
  if (id.length === 0) return;
  const query = request.scope.resolve(ContainerRegistrationKeys.QUERY);
  const fields =
    entity === "payment_collection" ? OWNER_FIELDS.map((field) => `cart.${field}`) : OWNER_FIELDS;
  const { data } = await query.graph({ entity, fields, filters: { id } });
  // Medusa's routes fail with 500 for a payment collection that does not exist.
  if (entity === "payment_collection" && data.length === 0)
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such payment.");
  const actorId = readActorId(request);
  for (const found of data as (Owned & { cart?: Owned })[])
    requireAccess(entity === "payment_collection" ? found.cart : found, actorId);
}
