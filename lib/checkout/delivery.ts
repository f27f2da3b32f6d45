import "server-only";
import { z } from "zod";
import { type ActiveCart, requireActiveCart } from "@/lib/cart/active-cart";
import { postToCart } from "@/lib/cart/post-to-cart";
import type { Shipment } from "@/lib/cart/cart";
import { getCartCountry } from "@/lib/cart/reshape";
import { listShipments } from "@/lib/cart/shipments";
import { getDeliveryField } from "@/lib/checkout/steps";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";
import { lenientList, optionalAmount, optionalText, parseResponse } from "@/lib/medusa/parse";
import type { Money } from "@/lib/money";

const optionSchema = z.object({
  id: z.string(),
  name: optionalText,
  amount: optionalAmount,
  shipping_profile_id: optionalText,
  type: z.object({ description: optionalText }).nullish().catch(null),
});
const optionsResponse = z.object({ shipping_options: lenientList(optionSchema, "delivery option") });

type DeliveryOption = { id: string; name: string; description: string; price: Money };

/** A shipment and its delivery options, cheapest first; empty if nothing delivers to the cart's address. */
export type DeliveryChoice = { shipment: Shipment; options: DeliveryOption[] };

/** The delivery options of each shipment of the shopper's cart. @throws AppError "cart-empty", "unavailable" */
export async function listDeliveryChoices(): Promise<DeliveryChoice[]> {
  return listDeliveryChoicesFor(await requireActiveCart());
}

/** As `listDeliveryChoices`, for a known cart. For `lib/checkout` alone. */
export async function listDeliveryChoicesFor({ cart, identity }: ActiveCart): Promise<DeliveryChoice[]> {
  const shipments = listShipments(cart);
  if (shipments.length === 0) return [];
  const query = { cart_id: cart.id };
  const response = await callAs(identity, "/store/shipping-options", { query });
  const { shipping_options } = parseResponse(optionsResponse, response);
  return shipments.map((shipment) => ({
    shipment,
    options: shipping_options
      .filter(({ shipping_profile_id }) => shipping_profile_id === shipment.profileId)
      .flatMap((option) => reshapeOption(option, cart.currency_code) ?? [])
      .toSorted((a, b) => a.price.amount - b.price.amount),
  }));
}

/**
 * Chooses a delivery for each shipment.
 * @param optionIds one for each shipment, in any order
 * @returns the cart's country
 * @throws AppError "invalid" with a message for each shipment without one of its options, "cart-empty", "unavailable"
 */
export async function chooseDeliveries(optionIds: string[]): Promise<Country> {
  const active = await requireActiveCart();
  const choices = await listDeliveryChoicesFor(active);
  const chosen = choices.map(({ options }) => options.find(({ id }) => optionIds.includes(id)));
  const fields = choices.flatMap(({ options }, index) => {
    if (chosen[index]) return [];
    const message = options.length === 0 ? "We have no way to deliver this to that address." : CHOOSE;
    return [[getDeliveryField(index), message] as const];
  });
  if (fields.length > 0) throw new AppError("invalid", { fields: Object.fromEntries(fields) });
  await postDeliveries(
    active,
    chosen.flatMap((option) => option?.id ?? []),
  );
  return getCartCountry(active.cart);
}

/** Also for an option that the page offered and that is not available any more. */
const CHOOSE = "Please choose one of these ways of delivery.";

/** Posts a shipping option for each shipment. For `lib/checkout` alone. @returns the cart with them */
export async function postDeliveries(active: ActiveCart, optionIds: string[]): Promise<ActiveCart> {
  let changed = active;
  for (const option_id of optionIds) changed = await postToCart(changed, "/shipping-methods", { option_id });
  return changed;
}

/** Null without a price in the cart's currency: Medusa lists such options too, but refuses them when chosen. */
function reshapeOption(
  { id, name, amount, type }: z.infer<typeof optionSchema>,
  currency: string,
): DeliveryOption | null {
  if (typeof amount !== "number") return null;
  return { id, name: name ?? "", description: type?.description ?? "", price: { amount, currency } };
}
