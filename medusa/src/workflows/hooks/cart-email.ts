import { MedusaError, Modules } from "@medusajs/framework/utils";
import { updateCartWorkflow } from "@medusajs/medusa/core-flows";

// Medusa links a guest's cart to the account of the address that was typed. `api/guards/guest-email.ts` sees to it that
// there is a guest to link it to; whatever comes past it ends here.
updateCartWorkflow.hooks.validate(async ({ input, cart }, { container }) => {
  if (cart.customer_id || !input.customer_id) return;
  const { has_account } = await container.resolve(Modules.CUSTOMER).retrieveCustomer(input.customer_id);
  if (has_account) throw new MedusaError(MedusaError.Types.CONFLICT, "The cart has changed. Try again.");
});
