"use server";

import { redirect } from "next/navigation";
import { publicAction } from "@/lib/forms/action";
import { safeRedirectSchema } from "@/lib/http/safe-redirect";
import { signUp } from "@/lib/auth/sign-up";
import { newPasswordSchema } from "@/lib/auth/password-rules";
import { countrySchema, emailSchema, nameSchema, phoneSchema } from "@/lib/forms/fields";

const registerSchema = nameSchema.extend({
  country: countrySchema,
  next: safeRedirectSchema,
  email: emailSchema,
  phone: phoneSchema,
  password: newPasswordSchema,
});

export const register = publicAction(registerSchema, async ({ country, next, ...registration }) => {
  await signUp(registration);
  redirect(next ?? `/${country}/account`);
});
