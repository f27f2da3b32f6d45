"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/lib/forms/action";
import { isSentByScript } from "@/lib/forms/flash";
import { safeRedirectSchema } from "@/lib/http/safe-redirect";
import { signIn as signInCustomer } from "@/lib/auth/sign-in";
import { signOut as signOutCustomer } from "@/lib/auth/sign-out";
import { passwordSchema } from "@/lib/auth/password-rules";
import { countrySchema, emailSchema } from "@/lib/forms/fields";

const signInSchema = z.object({
  country: countrySchema,
  next: safeRedirectSchema,
  email: emailSchema,
  password: passwordSchema,
});

export const signIn = publicAction(signInSchema, async ({ country, next, email, password }) => {
  await signInCustomer({ email, password });
  redirect(next ?? `/${country}/account`);
});

export const signOut = publicAction(z.object({ country: countrySchema }), async ({ country }) => {
  await signOutCustomer();
  // With JavaScript the session watcher loads a new document. A redirect would make the router navigate too, and the
  // slower of both would leave an account page behind the Back button.
  if (await isSentByScript()) return {};
  redirect(`/${country}`);
});
