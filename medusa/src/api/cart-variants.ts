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
 * Adds to each cart in an answer what its lines are of at this moment, and what its shipping methods are for:
 * `items[].variant`, null where it is deleted, and `shipping_methods[].shipping_option`. In Medusa's own shape, but by
 * two statements: asked for as fields of the cart, they double what reading a cart costs.
 */
export function addCartVariants(request: MedusaRequest, response: MedusaResponse, next: MedusaNextFunction) {
  const send = response.json.bind(response);
  response.json = (body) => {
    const answer = (body ?? {}) as { cart?: Cart; parent?: Cart };
    // After the deletion of a line Medusa calls the cart its parent.
    const name = answer.parent ? "parent" : "cart";
    const cart = answer[name];
    if (!cart?.items) return send(body);
    withVariants(request.scope, cart).then((full) => send({ ...answer, [name]: full }), next);
    return response;
  };
  next();
}

async function withVariants(container: MedusaContainer, cart: Cart): Promise<Cart> {
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
    ...(cart.shipping_methods && { shipping_methods: methods.map((method) => withOption(method, profiles)) }),
  };
}

function withOption(method: Method | null, profiles: ReadonlyMap<string, string | null>) {
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
