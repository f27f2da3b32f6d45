"use server";

import { z } from "zod";
import { publicAction } from "@/lib/forms/action";
import { countrySchema, emailSchema, orderNumberSchema } from "@/lib/forms/fields";
import { mailOrderLink } from "@/lib/orders/look-up";

const lookUpSchema = z.object({ country: countrySchema, number: orderNumberSchema, email: emailSchema });

export const lookUpOrder = publicAction(lookUpSchema, async ({ number, email }) => {
  await mailOrderLink({ number, email });
  return {};
});
