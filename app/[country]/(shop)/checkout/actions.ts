"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/lib/action";
import { saveContact } from "@/lib/checkout/address";
import { chooseDelivery } from "@/lib/checkout/delivery";
import { choosePayment } from "@/lib/checkout/payment";
import { placeOrder as place } from "@/lib/orders/place";
import { addressSchema, countrySchema, emailSchema } from "@/lib/schemas";

const contactSchema = z.object({
  email: emailSchema,
  shipping: addressSchema,
  billing: addressSchema.optional(),
});

/** A ticked "same address" decides; what stands in the hidden billing fields does not matter then. */
const addressFormSchema = z.preprocess((form: object) => {
  const { sameAsBilling, ...rest } = form as { sameAsBilling?: unknown; billing?: unknown };
  return sameAsBilling === "on" ? { ...rest, billing: undefined } : rest;
}, contactSchema);

export const saveAddress = publicAction(addressFormSchema, async ({ email, shipping, billing }) => {
  const { country } = await saveContact({ email, shipping, billing: billing ?? shipping });
  redirect(`/${country}/checkout?step=delivery`);
});

const deliverySchema = z.object({
  country: countrySchema,
  optionId: z.string({ error: "Please choose a way of delivery." }),
});

export const saveDelivery = publicAction(deliverySchema, async ({ optionId }) => {
  const { country } = await chooseDelivery(optionId);
  redirect(`/${country}/checkout?step=payment`);
});

const paymentSchema = z.object({
  country: countrySchema,
  providerId: z.string({ error: "Please choose a way to pay." }),
});

export const savePayment = publicAction(paymentSchema, async ({ country, providerId }) => {
  await choosePayment(providerId);
  redirect(`/${country}/checkout?step=review`);
});

/** `expected` is what the shopper has read and agreed to: see lib/orders/agreement. */
export const placeOrder = publicAction(
  z.object({ country: countrySchema, expected: z.string() }),
  async ({ country, expected }) => {
    const orderId = await place(expected);
    redirect(`/${country}/order/${orderId}/confirmed`);
  },
);
