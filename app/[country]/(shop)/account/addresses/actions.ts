"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/lib/forms/action";
import * as addresses from "@/lib/customer/addresses";
import { addressSchema } from "@/lib/address/schema";
import { countrySchema, idSchema } from "@/lib/forms/fields";

const id = idSchema("cuaddr", "That address is not yours.");
const chosen = z.object({ country: countrySchema, id });

/** Without an id: a new address. */
const savedSchema = z.object({ country: countrySchema, id: id.optional(), shipping: addressSchema });

export const saveAddress = publicAction(savedSchema, async (input) => {
  if (input.id) await addresses.updateAddress(input.id, input.shipping);
  else await addresses.createAddress(input.shipping);
  redirect(`/${input.country}/account/addresses`);
});

export const setDefault = publicAction(chosen, async (input) => {
  await addresses.setDefaultAddress(input.id);
  redirect(`/${input.country}/account/addresses`);
});

export const setDefaultBilling = publicAction(chosen, async (input) => {
  await addresses.setDefaultBillingAddress(input.id);
  redirect(`/${input.country}/account/addresses`);
});

export const deleteAddress = publicAction(chosen, async (input) => {
  await addresses.deleteAddress(input.id);
  redirect(`/${input.country}/account/addresses`);
});
