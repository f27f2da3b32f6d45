import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import {
  createCustomerAccountWorkflow,
  createCustomerAddressesWorkflow,
  createUserAccountWorkflow,
} from "@medusajs/medusa/core-flows";
import { PROVIDER } from "../account/login";
import { env } from "../env";
import { demoAddresses } from "./addresses";
import { findMissing } from "./missing";

const demo = { email: "demo@cloakroom.test", password: "cloakroom-demo" };
const ADMIN_EMAIL = "admin@cloakroom.test";

/** The admin's password in shops seeded by an earlier version. */
const PUBLISHED_PASSWORD = "cloakroom-admin";

/** Seeds the demo customer with two saved addresses. */
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
  const addresses = findMissing(demoAddresses, existing, (address) => address.address_name).map(
    (address) => ({
      ...address,
      customer_id: customerId,
    }),
  );
  if (addresses.length) await createCustomerAddressesWorkflow(container).run({ input: { addresses } });
}

/** Seeds the admin user; none when no password is set. */
export async function seedAdmin(container: MedusaContainer): Promise<void> {
  const { adminPassword: password } = env;
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER);
  if (!password)
    return logger.warn("No ADMIN_PASSWORD is set, so there is no admin: npx medusa user makes one.");
  const module = container.resolve(Modules.USER);
  const identity = await requireIdentity(container, { email: ADMIN_EMAIL, password });
  if (identity.app_metadata?.user_id) return;
  await module.deleteUsers((await module.listUsers({ email: ADMIN_EMAIL })).map(({ id }) => id));
  await createUserAccountWorkflow(container).run({
    input: {
      authIdentityId: identity.id,
      userData: { email: ADMIN_EMAIL, first_name: "Cloakroom", last_name: "Attendant" },
    },
  });
}

/**
 * Updates the admin's password if a person chose one or the admin still has the published one. Leaves a deleted admin
 * deleted, and the owner's own password unchanged.
 */
export async function updateAdminPassword(container: MedusaContainer): Promise<void> {
  const { adminPassword: password, isAdminPasswordChosen } = env;
  const auth = container.resolve(Modules.AUTH);
  const [login] = await auth.listProviderIdentities({ entity_id: ADMIN_EMAIL, provider: PROVIDER });
  if (!password || !login) return;
  const published = { body: { email: ADMIN_EMAIL, password: PUBLISHED_PASSWORD } };
  if (!isAdminPasswordChosen && !(await auth.authenticate(PROVIDER, published)).success) return;
  const { success, error } = await auth.updateProvider(PROVIDER, { entity_id: ADMIN_EMAIL, password });
  if (!success) throw new Error(`The admin's password could not be set: ${error}`);
}

/** Finds or creates the login. */
async function requireIdentity(container: MedusaContainer, { email, password }: typeof demo) {
  const auth = container.resolve(Modules.AUTH);
  const [existing] = await auth.listAuthIdentities({
    provider_identities: { entity_id: email, provider: PROVIDER },
  });
  if (existing) return existing;
  const { authIdentity, error } = await auth.register(PROVIDER, { body: { email, password } });
  if (!authIdentity) throw new Error(`${email} could not be registered: ${error}`);
  return authIdentity;
}
