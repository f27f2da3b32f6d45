import { transferCartCustomerWorkflow } from "@medusajs/medusa/core-flows";
import { requireOpen } from "../../carts/ownership";

// Medusa transfers any cart to anybody who knows its id.
transferCartCustomerWorkflow.hooks.validate(({ input, cart }) => requireOpen(cart, input.customer_id));
