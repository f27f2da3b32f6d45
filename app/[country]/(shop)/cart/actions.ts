"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/lib/forms/action";
import { encodePath, isSafeRedirect } from "@/lib/http/safe-redirect";
import * as move from "@/lib/cart/move";
import * as lines from "@/lib/cart/line-items";
import * as promotions from "@/lib/cart/promotion-codes";
import { quantitySchema } from "@/lib/cart/quantity";
import { countrySchema, idSchema } from "@/lib/forms/fields";
import { cleanToken } from "@/lib/clean-text";

const lineId = idSchema("cali", "That line is not in your cart.");

/** `then=cart` is sent by the form without JavaScript, which has no drawer: the cart page is shown. */
const addSchema = z.object({
  country: countrySchema,
  handle: z.string().max(200),
  option: z.record(z.string(), z.string()).default({}),
  quantity: quantitySchema.pipe(z.number().min(1, "Please choose at least one.")).default(1),
  then: z.literal("cart").optional(),
});

export const addToCart = publicAction(addSchema, async ({ country, handle, option, quantity, then }) => {
  const cart = await lines.addLineItem({ country, handle, options: option, quantity });
  if (then) redirect(`/${country}/cart`);
  return { cart };
});

export const changeQuantity = publicAction(z.object({ lineId, quantity: quantitySchema }), async (input) => ({
  cart: await lines.updateLineItem(input.lineId, input.quantity),
}));

export const removeLineItem = publicAction(z.object({ lineId }), async (input) => ({
  cart: await lines.removeLineItem(input.lineId),
}));

const LONG_CODE = "That is too long for a code.";

/** A code as typed; the backend matches it whatever its case and form. */
const codeSchema = z.object({
  code: z
    .string()
    .max(400, LONG_CODE)
    .transform(cleanToken)
    .pipe(z.string().min(1, "Please enter a code.").max(60, LONG_CODE)),
});

export const applyPromotion = publicAction(codeSchema, async ({ code }) => ({
  cart: await promotions.applyPromotion(code),
}));

export const removePromotion = publicAction(codeSchema, async ({ code }) => ({
  cart: await promotions.removePromotion(code),
}));

/** The current path. Of any length, as links may bring long queries. */
const ownPath = z.string().refine(isSafeRedirect).catch("/");

export const switchCountry = publicAction(
  z.object({ country: countrySchema, path: ownPath }),
  async ({ country, path }) => {
    const result = await move.chooseCountry(country);
    const there = encodePath(path).replace(/^\/[^/?#]*/, `/${country}`);
    redirect(result === "needs-choice" ? `/${country}/cart` : there);
  },
);

const bringSchema = z.object({ country: countrySchema, left: z.record(z.string(), lineId).default({}) });

/** For the form of `CartCurrencyMismatch`. */
export const moveCartTo = publicAction(bringSchema, async ({ country, left }) => {
  await move.moveCartWithout(country, Object.values(left));
  redirect(`/${country}/cart`);
});
