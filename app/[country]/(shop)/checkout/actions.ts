"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { addressFormSchema, flattenDraft } from "./address-form-schema";
import { getAuthHref } from "@/components/account/auth-href";
import { publicAction } from "@/lib/forms/action";
import { saveContact } from "@/lib/checkout/contact";
import { chooseDeliveries } from "@/lib/checkout/delivery";
import { clearDraft, writeDraft } from "@/lib/checkout/draft";
import { choosePayment } from "@/lib/checkout/payment";
import { findMarket } from "@/lib/markets";
import * as orders from "@/lib/checkout/place-order";
import { countrySchema, idSchema } from "@/lib/forms/fields";

export const saveAddress = publicAction(addressFormSchema, async (form) => {
  if (form.nextStep === "sign-in") {
    await writeDraft(flattenDraft(form));
    redirect(getAuthHref(form.country, "login", `/${form.country}/checkout?step=address`));
  }
  const { savedAddress, shipping, saveToAddressBook, billing, email, nextStep } = form;
  const deliverTo = shipping
    ? { typed: shipping, shouldSave: saveToAddressBook === "on" }
    : { savedId: savedAddress ?? "" };
  const isLast = nextStep === "review";
  const { country: delivered, steps } = await saveContact({ email, deliverTo, billing }, isLast);
  await clearDraft();
  // To the market of the address's country, if there is one.
  const country = findMarket(delivered)?.country ?? form.country;
  const [, next = nextStep] = steps;
  redirect(`/${country}/checkout?step=${isLast ? nextStep : next}`);
});

const optionId = idSchema("so", "Please choose a way of delivery.");

const deliverySchema = z.object({
  country: countrySchema,
  optionId,
  /** For the second shipment and later ones. */
  moreOptionIds: z.record(z.string(), optionId).default({}),
});

export const saveDelivery = publicAction(deliverySchema, async (form) => {
  const country = await chooseDeliveries([form.optionId, ...Object.values(form.moreOptionIds)]);
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

/** `checksum`: of the cart on the review page: see lib/cart/cart-checksum. */
export const placeOrder = publicAction(
  z.object({ country: countrySchema, checksum: z.string().max(64) }),
  async ({ country, checksum }) => {
    const placed = await orders.placeOrder({ checksum, country });
    redirect("payAt" in placed ? placed.payAt : `/${country}/order/${placed.orderId}/confirmed`);
  },
);
