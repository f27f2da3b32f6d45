"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { addressFormSchema, flattenDraft } from "./address-schema";
import { getEntryHref } from "@/components/account/entry-address";
import { publicAction } from "@/lib/action";
import { saveContact } from "@/lib/checkout/address";
import { chooseDelivery } from "@/lib/checkout/delivery";
import { clearDraft, writeDraft } from "@/lib/checkout/draft";
import { choosePayment } from "@/lib/checkout/payment";
import { chooseUsual } from "@/lib/checkout/usual";
import { placeOrder as place } from "@/lib/orders/place";
import { countrySchema, idSchema } from "@/lib/schemas";

export const saveAddress = publicAction(addressFormSchema, async (form) => {
  if (form.onward === "sign-in") {
    await writeDraft(flattenDraft(form));
    redirect(getEntryHref(form.country, "login", `/${form.country}/checkout?step=address`));
  }
  const { savedAddress, shipping, keepAddress, billing, email, onward } = form;
  const deliverTo = shipping
    ? { typed: shipping, isToBeKept: keepAddress === "on" }
    : { savedId: savedAddress ?? "" };
  const { country } = await saveContact({ email, deliverTo, billing });
  await clearDraft();
  if (onward === "review") await chooseUsual();
  redirect(`/${country}/checkout?step=${onward}`);
});

const deliverySchema = z.object({
  country: countrySchema,
  optionId: idSchema("so", "Please choose a way of delivery."),
});

export const saveDelivery = publicAction(deliverySchema, async ({ optionId }) => {
  const { country } = await chooseDelivery(optionId);
  redirect(`/${country}/checkout?step=payment`);
});

const paymentSchema = z.object({
  country: countrySchema,
  providerId: z.string({ error: "Please choose a way to pay." }).max(100, "Please choose a way to pay."),
});

export const savePayment = publicAction(paymentSchema, async ({ providerId }) => {
  const country = await choosePayment(providerId);
  redirect(`/${country}/checkout?step=review`);
});

/** `checksum` is of the cart that the shopper has read and agreed to: see lib/cart/cart-checksum. */
export const placeOrder = publicAction(
  z.object({ country: countrySchema, checksum: z.string().max(64) }),
  async ({ country, checksum }) => {
    const orderId = await place(checksum);
    redirect(`/${country}/order/${orderId}/confirmed`);
  },
);
