import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import {
  createCustomerAccountWorkflow,
  createCustomerAddressesWorkflow,
  createUserAccountWorkflow,
} from "@medusajs/medusa/core-flows";
import { demoAddresses } from "./addresses";
import { missing } from "./missing";

const demo = { email: "demo@cloakroom.test", password: "cloakroom-demo" };
const admin = { email: "admin@cloakroom.test", password: "cloakroom-admin" };

/** The shopper everybody can sign in as, with two saved addresses. */
export async function seedCustomer(container: MedusaContainer): Promise<void> {
  const module = container.resolve(Modules.CUSTOMER);
  const identity = await requireIdentity(container, demo);
  let customerId = identity.app_metadata?.customer_id;
  if (typeof customerId !== "string") {
    await module.deleteCustomers((await module.listCustomers({ email: demo.email })).map(({ id }) => id));
    const customerData = {
      email: demo.email,
      first_name: "Demo",
      last_name: "Shopper",
      phone: "+44 20 7946 0018",
    };
    const { result } = await createCustomerAccountWorkflow(container).run({
      input: { authIdentityId: identity.id, customerData },
    });
    customerId = result.id;
  }
  await seedAddresses(container, String(customerId));
}

async function seedAddresses(container: MedusaContainer, customerId: string) {
  const existing = await container
    .resolve(Modules.CUSTOMER)
    .listCustomerAddresses({ customer_id: customerId });
  const addresses = missing(demoAddresses, existing, (address) => address.address_name).map((address) => ({
    ...address,
    customer_id: customerId,
  }));
  if (addresses.length) await createCustomerAddressesWorkflow(container).run({ input: { addresses } });
}

/** The person who may open the admin. */
export async function seedAdmin(container: MedusaContainer): Promise<void> {
  const module = container.resolve(Modules.USER);
  const identity = await requireIdentity(container, admin);
  if (identity.app_metadata?.user_id) return;
  await module.deleteUsers((await module.listUsers({ email: admin.email })).map(({ id }) => id));
  await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: identity.id,
      userData: { email: admin.email, first_name: "Cloakroom", last_name: "Attendant" },
    },
  });
}

/** What Medusa knows a person's password by; made on the first run, found on the next. */
async function requireIdentity(container: MedusaContainer, { email, password }: typeof demo) {
  const auth = container.resolve(Modules.AUTH);
  const [existing] = await auth.listAuthIdentities({
    provider_identities: { entity_id: email, provider: "emailpass" },
  });
  if (existing) return existing;
  const { authIdentity, error } = await auth.register("emailpass", { body: { email, password } });
  if (!authIdentity) throw new Error(`${email} could not be registered: ${error}`);
  return authIdentity;
}
