import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

/**
 * Finds the guest customer of an e-mail address, or creates one.
 * @param beforeCreate called before creating; its errors are thrown
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
    // A concurrent request has created it.
    const created = await find();
    if (!created) throw error;
    return created;
  }
}
