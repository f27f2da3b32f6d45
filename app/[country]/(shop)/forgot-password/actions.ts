"use server";

import { z } from "zod";
import { publicAction } from "@/lib/forms/action";
import { requestReset } from "@/lib/auth/password-reset";
import { countrySchema, emailSchema } from "@/lib/forms/fields";

const requestSchema = z.object({ country: countrySchema, email: emailSchema });

export const requestResetLink = publicAction(requestSchema, async ({ country, email }) => {
  await requestReset(email, country);
  return {};
});
