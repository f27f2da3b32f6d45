import { MedusaError } from "@medusajs/framework/utils";

/** A cart or order with its owner. */
export interface Owned {
  customer_id?: string | null;
  customer?: { has_account?: boolean } | null;
}

/**
 * Whether a cart or order may be read, changed or ordered. An account's is accessible to its customer only, a guest's
 * to everybody who knows its id.
 * @param actorId of the requesting customer; undefined for a guest
 */
export function isAccessibleTo({ customer_id, customer }: Owned, actorId: string | undefined): boolean {
  return !customer?.has_account || customer_id === actorId;
}

/** @throws MedusaError "not_found" when it is not accessible, so that its existence is not revealed */
export function requireAccess(owned: Owned | undefined, actorId: string | undefined): void {
  if (owned && !isAccessibleTo(owned, actorId))
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such cart or order.");
}
