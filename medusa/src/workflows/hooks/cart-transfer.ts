import { transferCartCustomerWorkflow } from "@medusajs/medusa/core-flows";
import { requireAccess } from "../../carts/ownership";

// Medusa transfers any cart to anybody who knows its id.
transferCartCustomerWorkflow.hooks.validate(({ input, cart }) => requireAccess(cart, input.customer_id));
