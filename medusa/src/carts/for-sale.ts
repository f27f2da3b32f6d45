import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, ProductStatus, QueryContext } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { createRefusal } from "./refusals";
import { type CurrentVariant, readVariants } from "./variants";

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

const pricedVariantSchema = z.object({
  id: z.string(),
  calculated_price: z.object({ calculated_amount: z.number() }),
});

/**
 * Requires that each of these variants is offered: its product is published and in the sales channel. Medusa checks
 * the status sometimes, and the channel never.
 * @throws MedusaError "not_for_sale", naming the variants that are not offered or are deleted
 */
export async function requireOffered(
  container: MedusaContainer,
  variantIds: readonly string[],
  channelId: string | null | undefined,
): Promise<void> {
  const variants = await readVariants(container, variantIds);
  rejectVariants(variantIds.filter((id) => !isOffered(variants.get(id), channelId)));
}

function isOffered(variant: CurrentVariant | undefined, channelId: string | null | undefined): boolean {
  if (variant?.status !== ProductStatus.PUBLISHED) return false;
  return !channelId || variant.channelIds.includes(channelId);
}

function rejectVariants(variantIds: string[]): void {
  if (variantIds.length > 0) throw createRefusal("not_for_sale", [...new Set(variantIds)]);
}

/**
 * Requires that each of these variants is offered and has a price in this context. Medusa checks the price when a line
 * is added or changed, and not when it is ordered.
 * @throws MedusaError "not_for_sale", naming the variants that are not
 */
export async function requireForSale(
  container: MedusaContainer,
  variantIds: string[],
  context: SalesContext,
): Promise<void> {
  await requireOffered(container, variantIds, context.sales_channel_id);
  const priced = await findPricedIds(container, variantIds, context);
  rejectVariants(variantIds.filter((id) => !priced.has(id)));
}

async function findPricedIds(
  container: MedusaContainer,
  variantIds: string[],
  context: SalesContext,
): Promise<ReadonlySet<string>> {
  if (variantIds.length === 0) return new Set();
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "calculated_price.calculated_amount"],
    filters: { id: [...new Set(variantIds)] },
    context: { calculated_price: QueryContext(getPricingContext(context)) },
  });
  return new Set(data.flatMap((variant) => pricedVariantSchema.safeParse(variant).data?.id ?? []));
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

function getPricingContext({ currency_code, region_id, customer }: SalesContext) {
  const groups = (customer?.groups ?? []).map(({ id }) => ({ id }));
  return {
    currency_code,
    region_id,
    ...(customer?.id ? { customer_id: customer.id, customer: { groups } } : {}),
  };
}
