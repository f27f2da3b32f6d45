import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import type { MedusaContainer } from "@medusajs/framework/types";
import { type CurrentVariant, readOptionProfiles, readVariants } from "../carts/variants";

interface Cart {
  items?: ({ variant_id?: string | null } | null)[] | null;
  shipping_methods?: (Method | null)[] | null;
}
interface Method {
  shipping_option_id?: string | null;
}

/**
 * Adds `items[].variant` (null where deleted) and `shipping_methods[].shipping_option` to the cart of a response, in
 * Medusa's shape. Two statements read them; requested as fields of the cart, they double the cost of reading it.
 */
export function addCartVariants(request: MedusaRequest, response: MedusaResponse, next: MedusaNextFunction) {
  const send = response.json.bind(response);
  response.json = (body) => {
    const answer = (body ?? {}) as { cart?: Cart; parent?: Cart };
    // After the deletion of a line Medusa calls the cart its parent.
    const name = answer.parent ? "parent" : "cart";
    const cart = answer[name];
    if (!cart?.items) return send(body);
    addVariants(request.scope, cart).then((completeCart) => send({ ...answer, [name]: completeCart }), next);
    return response;
  };
  next();
}

async function addVariants(container: MedusaContainer, cart: Cart): Promise<Cart> {
  const items = cart.items ?? [];
  const methods = cart.shipping_methods ?? [];
  const [variants, profiles] = await Promise.all([
    readVariants(
      container,
      items.flatMap((item) => item?.variant_id ?? []),
    ),
    readOptionProfiles(
      container,
      methods.flatMap((method) => method?.shipping_option_id ?? []),
    ),
  ]);
  return {
    ...cart,
    items: items.map((item) => item && { ...item, variant: toVariant(variants.get(item.variant_id ?? "")) }),
    ...(cart.shipping_methods && {
      shipping_methods: methods.map((method) => addShippingOption(method, profiles)),
    }),
  };
}

function addShippingOption(method: Method | null, profiles: ReadonlyMap<string, string | null>) {
  const profileId = profiles.get(method?.shipping_option_id ?? "");
  return method && { ...method, shipping_option: profileId ? { shipping_profile_id: profileId } : null };
}

function toVariant(variant: CurrentVariant | undefined) {
  if (!variant) return null;
  const { id, handle, status, channelIds, shippingProfileId } = variant;
  return {
    id,
    product: {
      handle,
      status,
      sales_channels: channelIds.map((channelId) => ({ id: channelId })),
      shipping_profile: shippingProfileId ? { id: shippingProfileId } : null,
    },
  };
}
