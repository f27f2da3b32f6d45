import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, ProductStatus, QueryContext } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import { createRefusal } from "./refusals";
import { type CurrentVariant, readVariants } from "./variants";

/** Where something is to be sold: prices and sales channel differ by it. */
export interface Place {
  sales_channel_id?: string | null;
  currency_code?: string | null;
  region_id?: string | null;
  customer?: { id?: string | null; groups?: { id: string }[] | null } | null;
}

/** The fields of a cart that make a `Place`. */
const PLACE_FIELDS = ["sales_channel_id", "currency_code", "region_id", "customer.id", "customer.groups.id"];

const pricedVariant = z.object({
  id: z.string(),
  calculated_price: z.object({ calculated_amount: z.number() }),
});

/**
 * Whether each of these variants is offered: its product is published and in the sales channel. Medusa checks the status
 * now and then, and the sales channel never.
 * @throws MedusaError "not_for_sale", naming those that are not, or are deleted
 */
export async function requireOffered(
  container: MedusaContainer,
  variantIds: readonly string[],
  channelId: string | null | undefined,
): Promise<void> {
  const variants = await readVariants(container, variantIds);
  refuse(variantIds.filter((id) => !isOffered(variants.get(id), channelId)));
}

function isOffered(variant: CurrentVariant | undefined, channelId: string | null | undefined): boolean {
  if (variant?.status !== ProductStatus.PUBLISHED) return false;
  return !channelId || variant.channelIds.includes(channelId);
}

function refuse(variantIds: string[]): void {
  if (variantIds.length > 0) throw createRefusal("not_for_sale", [...new Set(variantIds)]);
}

/**
 * Whether each of these variants is offered, and has a price there. Medusa checks the price when a line is added or
 * changed, and not when it is ordered.
 * @throws MedusaError "not_for_sale", naming those that are not
 */
export async function requireForSale(
  container: MedusaContainer,
  variantIds: string[],
  place: Place,
): Promise<void> {
  await requireOffered(container, variantIds, place.sales_channel_id);
  const priced = await listPriced(container, variantIds, place);
  refuse(variantIds.filter((id) => !priced.has(id)));
}

async function listPriced(
  container: MedusaContainer,
  variantIds: string[],
  place: Place,
): Promise<ReadonlySet<string>> {
  if (variantIds.length === 0) return new Set();
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "variant",
    fields: ["id", "calculated_price.calculated_amount"],
    filters: { id: [...new Set(variantIds)] },
    context: { calculated_price: QueryContext(getPricingContext(place)) },
  });
  return new Set(data.flatMap((variant) => pricedVariant.safeParse(variant).data?.id ?? []));
}

/** The place of a cart. @param region the one it is to move to; its own otherwise */
export async function findPlace(
  container: MedusaContainer,
  cartId: string,
  region?: Pick<Place, "region_id" | "currency_code">,
): Promise<Place> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "cart",
    fields: PLACE_FIELDS,
    filters: { id: cartId },
  });
  return { ...(data[0] as Place | undefined), ...region };
}

function getPricingContext({ currency_code, region_id, customer }: Place) {
  const groups = (customer?.groups ?? []).map(({ id }) => ({ id }));
  return {
    currency_code,
    region_id,
    ...(customer?.id ? { customer_id: customer.id, customer: { groups } } : {}),
  };
}
