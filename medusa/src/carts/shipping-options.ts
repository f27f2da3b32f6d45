import type { MedusaContainer } from "@medusajs/framework/types";
import { listShippingOptionsForCartWorkflow } from "@medusajs/medusa/core-flows";
import { createRefusal } from "./refusals";

/** The part of Medusa's cart that says where it goes, and how. */
export interface ShippingCart {
  id: string;
  region_id?: string | null;
  shipping_address?: { country_code?: string | null } | null;
  shipping_methods?: { shipping_option_id?: string | null }[] | null;
}

/**
 * Every way of delivery that the cart has is still offered for its address. Medusa looks whether the option exists, and
 * not whether it is for sale in the store or goes there.
 * @throws MedusaError "delivery_unavailable"
 */
export async function requireOfferedShippingOptions(
  container: MedusaContainer,
  { id, shipping_methods }: ShippingCart,
): Promise<void> {
  const chosen = (shipping_methods ?? []).map(({ shipping_option_id }) => shipping_option_id);
  if (chosen.length === 0) return;
  const { result } = await listShippingOptionsForCartWorkflow(container).run({
    input: { cart_id: id, is_return: false },
  });
  const offered = new Set((result as { id: string; amount?: number }[]).map((option) => option.id));
  if (chosen.some((option) => !option || !offered.has(option))) throw createRefusal("delivery_unavailable");
}
