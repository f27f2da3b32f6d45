"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/lib/forms/action";
import * as orders from "@/lib/orders/reorder";
import { countrySchema, idSchema } from "@/lib/forms/fields";

const reorderSchema = z.object({
  country: countrySchema,
  order: idSchema("order", "That order is not yours."),
});

export const reorder = publicAction(reorderSchema, async ({ country, order }) => {
  await orders.reorder(order, country);
  redirect(`/${country}/cart`);
});
