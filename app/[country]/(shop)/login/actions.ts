"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/lib/http/action";
import { isSentByScript } from "@/lib/http/flash";
import { safeRedirectSchema } from "@/lib/http/safe-redirect";
import { signIn as enter } from "@/lib/auth/sign-in";
import { signOut as leave } from "@/lib/auth/sign-out";
import { countrySchema, emailSchema, passwordSchema } from "@/lib/schemas";

const signInSchema = z.object({
  country: countrySchema,
  next: safeRedirectSchema,
  email: emailSchema,
  password: passwordSchema,
});

export const signIn = publicAction(signInSchema, async ({ country, next, email, password }) => {
  await enter({ email, password });
  redirect(next ?? `/${country}/account`);
});

export const signOut = publicAction(z.object({ country: countrySchema }), async ({ country }) => {
  await leave();
  // Where there is a script, the session watcher goes there with a whole new document. A redirect would have the router
  // go there as well, and whichever came second would leave a page of the account behind the Back button.
  if (await isSentByScript()) return {};
  redirect(`/${country}`);
});
