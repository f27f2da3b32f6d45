import { MedusaError } from "@medusajs/framework/utils";

/** A cart or an order, as far as it says whose it is. */
export interface Owned {
  customer_id?: string | null;
  customer?: { has_account?: boolean } | null;
}

/**
 * Whether somebody may see, change or buy it. What belongs to an account is its customer's alone; what a guest has
 * made is open to whoever knows its id.
 * @param actorId the customer who is asking, undefined for a guest
 */
export function isAccessibleTo({ customer_id, customer }: Owned, actorId: string | undefined): boolean {
  return !customer?.has_account || customer_id === actorId;
}

/** @throws MedusaError "not_found" when it is somebody else's: that there is such a thing is nobody's business either */
export function requireAccess(owned: Owned | undefined, actorId: string | undefined): void {
  if (owned && !isAccessibleTo(owned, actorId))
    throw new MedusaError(MedusaError.Types.NOT_FOUND, "There is no such cart or order.");
}
