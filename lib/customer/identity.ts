import "server-only";
import { customerHeaders, type IdentityHeaders } from "@/lib/medusa/headers";
import { requireCustomer } from "@/lib/session";

/**
 * Headers of the customer who is asking.
 * @throws AppError "signed-out", "unavailable"
 */
export async function requireIdentity(): Promise<IdentityHeaders> {
  return customerHeaders((await requireCustomer()).medusaToken);
}
