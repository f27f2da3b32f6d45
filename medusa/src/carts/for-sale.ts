import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, ProductStatus, QueryContext } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { createRefusal } from "./refusals";

/** What prices and availability depend on. */
export interface SalesContext {
  sales_channel_id?: string | null;
  currency_code?: string | null;
  region_id?: string | null;
  customer?: { id?: string | null; groups?: { id: string }[] | null } | null;
}

/** The fields of a cart that make a `SalesContext`. */
const SALES_CONTEXT_FIELDS = [
  "sales_channel_id",
  "currency_code",
  "region_id",
  "customer.id",
  "customer.groups.id",
];

const variantSchema = z.object({
  id: z.string(),
  product: z.object({ status: z.string(), sales_channels: z.array(z.object({ id: z.string() }).nullish()) }),
  calculated_price: z.object({ calculated_amount: z.number() }),
});

/**
 * Returns the variants that cannot be sold: deleted, without a price in the region, of an unpublished product, or not
 * in the sales channel. Medusa checks the price when a line is added, the status sometimes, the channel never.
 */
async function findNotForSale(
  container: MedusaContainer,
  variantIds: string[],
  place: SalesContext,
): Promise<string[]> {
  const ids = [...new Set(variantIds)];
  if (ids.length === 0) return [];
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "product.status", "product.sales_channels.id", "calculated_price.calculated_amount"],
    filters: { id: ids },
    context: { calculated_price: QueryContext(getPricingContext(place)) },
  });
  const sold = new Set(
    data.flatMap((variant) => {
      const { data: found } = variantSchema.safeParse(variant);
      return found && isSold(found, place) ? [found.id] : [];
    }),
  );
  return ids.filter((id) => !sold.has(id));
}

/** @throws MedusaError "not_for_sale", naming the variants */
export async function requireForSale(
  container: MedusaContainer,
  variantIds: string[],
  place: SalesContext,
): Promise<void> {
  const missing = await findNotForSale(container, variantIds, place);
  if (missing.length > 0) throw createRefusal("not_for_sale", missing);
}

/**
 * The sales context of a cart.
 * @param region overrides the cart's own, for a move
 */
export async function getSalesContext(
  container: MedusaContainer,
  cartId: string,
  region?: Pick<SalesContext, "region_id" | "currency_code">,
): Promise<SalesContext> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: SALES_CONTEXT_FIELDS,
    filters: { id: cartId },
  });
  return { ...(data[0] as SalesContext | undefined), ...region };
}

function isSold({ product }: z.output<typeof variantSchema>, { sales_channel_id }: SalesContext): boolean {
  const isInChannel = product.sales_channels.some((channel) => channel?.id === sales_channel_id);
  return product.status === ProductStatus.PUBLISHED && (!sales_channel_id || isInChannel);
}

function getPricingContext({ currency_code, region_id, customer }: SalesContext) {
  const groups = (customer?.groups ?? []).map(({ id }) => ({ id }));
  return {
    currency_code,
    region_id,
    ...(customer?.id ? { customer_id: customer.id, customer: { groups } } : {}),
  };
}
