import "server-only";
import { z } from "zod";
import type { Cart } from "@/lib/cart/cart";
import { changeCart } from "@/lib/cart/change";
import { requireOpenCart } from "@/lib/cart/current";
import { readHolder } from "@/lib/cart/holder";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { listOf, optionalText, parseAnswer } from "@/lib/medusa/parse";
import type { Money } from "@/lib/money";

const optionSchema = z.object({
  id: z.string(),
  name: optionalText,
  amount: z.number(),
  type: z.object({ description: optionalText }).nullish().catch(null),
});
const optionsAnswer = z.object({ shipping_options: listOf(optionSchema, "delivery option") });

export type DeliveryOption = { id: string; name: string; description: string; price: Money };

/** Ways to deliver the shopper's cart, cheapest first; empty when there is none for its address. */
export async function listDeliveryOptions(): Promise<DeliveryOption[]> {
  const { id, currency_code: currency } = await requireOpenCart();
  const { identity } = await readHolder();
  const answer = await callAs(identity, "/store/shipping-options", { query: { cart_id: id } });
  return parseAnswer(optionsAnswer, answer)
    .shipping_options.map(({ id: optionId, name, amount, type }) => ({
      id: optionId,
      name: name ?? "",
      description: type?.description ?? "",
      price: { amount, currency },
    }))
    .toSorted((a, b) => a.price.amount - b.price.amount);
}

/** @throws AppError "invalid" for an option that this cart was not offered */
export async function chooseDelivery(optionId: string): Promise<Cart> {
  const options = await listDeliveryOptions();
  if (!options.some(({ id }) => id === optionId)) {
    throw new AppError("invalid", { fields: { optionId: "Please choose a way of delivery." } });
  }
  return changeCart("/shipping-methods", { option_id: optionId });
}
