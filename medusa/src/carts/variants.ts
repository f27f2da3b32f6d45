import type { MedusaContainer } from "@medusajs/framework/types";
import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/** The current state of a variant, uncached. */
export interface CurrentVariant {
  id: string;
  handle: string;
  /** Status of the product; "published" is for sale. */
  status: string;
  channelIds: string[];
  shippingProfileId: string | null;
  /** Whether every inventory item says that it requires no shipping, such as a file. */
  isNeverShipped: boolean;
}

const SELECT_VARIANTS = `
  select variant.id, product.handle, product.status,
    array(
      select link.sales_channel_id from product_sales_channel link
      join sales_channel on sales_channel.id = link.sales_channel_id and sales_channel.deleted_at is null
      where link.product_id = product.id and link.deleted_at is null
    ) as "channelIds",
    (
      select link.shipping_profile_id from product_shipping_profile link
      join shipping_profile on shipping_profile.id = link.shipping_profile_id and shipping_profile.deleted_at is null
      where link.product_id = product.id and link.deleted_at is null limit 1
    ) as "shippingProfileId",
    coalesce((
      select bool_and(not coalesce(inventory_item.requires_shipping, true)) from product_variant_inventory_item link
      join inventory_item on inventory_item.id = link.inventory_item_id and inventory_item.deleted_at is null
      where link.variant_id = variant.id and link.deleted_at is null
    ), false) as "isNeverShipped"
  from product_variant variant
  join product on product.id = variant.product_id and product.deleted_at is null
  where variant.deleted_at is null and variant.id = any(?)`;

/**
 * These variants by id, without deleted ones. One statement over the tables of four modules, because every read and
 * change of a cart needs them: Medusa's Query takes a statement and 10 ms of processor time for each module.
 */
export async function readVariants(
  container: MedusaContainer,
  variantIds: readonly string[],
): Promise<Map<string, CurrentVariant>> {
  const ids = [...new Set(variantIds)];
  if (ids.length === 0) return new Map();
  const database = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await database.raw<{ rows: CurrentVariant[] }>(SELECT_VARIANTS, [ids]);
  return new Map(rows.map((variant) => [variant.id, variant]));
}

/** Shipping profile ids by shipping option id, without deleted options. */
export async function readOptionProfiles(
  container: MedusaContainer,
  optionIds: readonly string[],
): Promise<Map<string, string | null>> {
  if (optionIds.length === 0) return new Map();
  const database = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION);
  const rows = await database<{ id: string; shipping_profile_id: string | null; deleted_at: Date | null }>(
    "shipping_option",
  )
    .select("id", "shipping_profile_id")
    .whereIn("id", [...optionIds])
    .whereNull("deleted_at");
  return new Map(rows.map(({ id, shipping_profile_id }) => [id, shipping_profile_id]));
}
