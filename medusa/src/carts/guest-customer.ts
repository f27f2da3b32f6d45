import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

/**
 * The customer without an account who shops under an address, made when there is none.
 * @param beforeCreate called when there is none; what it throws is thrown
 * @returns the customer's id
 */
export async function findOrCreateGuest(
  container: MedusaContainer,
  address: string,
  beforeCreate: () => Promise<void>,
): Promise<string> {
  const email = address.toLowerCase();
  const customers = container.resolve(Modules.CUSTOMER);
  const find = async () => (await customers.listCustomers({ email, has_account: false }))[0]?.id;
  const id = await find();
  if (id) return id;
  await beforeCreate();
  try {
    return (await customers.createCustomers({ email, has_account: false })).id;
  } catch (error) {
    // Another request with the same address was faster.
    const created = await find();
    if (!created) throw error;
    return created;
  }
}
