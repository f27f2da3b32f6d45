"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { customerAction } from "@/lib/session/customer-action";
import * as orders from "@/lib/orders/reorder";
import { countrySchema, idSchema } from "@/lib/schemas";

const reorderSchema = z.object({
  country: countrySchema,
  order: idSchema("order", "That order is not yours."),
});

export const reorder = customerAction(reorderSchema, async ({ country, order }) => {
  await orders.reorder(order, country);
  redirect(`/${country}/cart`);
});
