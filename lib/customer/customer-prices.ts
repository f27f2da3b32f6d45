import "server-only";
import { z } from "zod";
import { type BackendProduct, parseProducts } from "@/lib/catalog/backend-product";
import type { CustomerPrice, CustomerPrices } from "@/lib/catalog/product";
import { requireRegionId } from "@/lib/catalog/regions";
import { reshapeCard, reshapeVariants } from "@/lib/catalog/reshape";
import { requireCustomerHeaders } from "@/lib/session/session";
import type { Country } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";
import type { IdentityHeaders } from "@/lib/medusa/headers";
import { parseResponse } from "@/lib/medusa/parse";

const groupsResponse = z.object({ is_in_group: z.boolean() });

const FIELDS =
  "id,handle,title,*options,*variants,*variants.options,*variants.calculated_price,sales_channels.id";

/**
 * Whether a signed-in customer is in a customer group, and so may have other prices. For `lib` alone.
 * @throws AppError "signed-out", "unavailable"
 */
export async function isInCustomerGroup(identity: IdentityHeaders): Promise<boolean> {
  const path = "/store/customers/me/groups";
  return parseResponse(groupsResponse, await callAs(identity, path)).is_in_group;
}

/**
 * The signed-in customer's prices of products, including those of customer groups. Leaves out products that are not sold
 * in the country.
 * @throws AppError "signed-out", "not-deliverable", "unavailable"
 */
export async function listCustomerPrices(country: Country, handles: string[]): Promise<CustomerPrices> {
  const identity = await requireCustomerHeaders();
  const region_id = await requireRegionId(country);
  const query = { handle: handles, region_id, country_code: country, limit: handles.length, fields: FIELDS };
  const { products } = parseProducts(await callAs(identity, "/store/products", { query }));
  return Object.fromEntries(
    products.flatMap((product) => {
      const price = reshapePrice(product);
      return price ? [[product.handle, price]] : [];
    }),
  );
}

function reshapePrice(product: BackendProduct): CustomerPrice | null {
  const card = reshapeCard(product);
  if (!card) return null;
  const { price, originalPrice, hasPriceRange } = card;
  const variants = reshapeVariants(product).map((variant) => [
    variant.id,
    { price: variant.price, originalPrice: variant.originalPrice },
  ]);
  return { price, originalPrice, hasPriceRange, variants: Object.fromEntries(variants) };
}
