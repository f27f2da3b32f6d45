"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/lib/forms/action";
import * as reset from "@/lib/auth/password-reset";
import { newPasswordSchema } from "@/lib/auth/password-rules";
import { countrySchema } from "@/lib/forms/fields";

const MAX_TOKEN_LENGTH = 2_000;

/** `token`: a field name that `parseForm` treats as a secret. */
const resetSchema = z.object({
  country: countrySchema,
  token: z.string().max(MAX_TOKEN_LENGTH),
  newPassword: newPasswordSchema,
});

export const resetPassword = publicAction(resetSchema, async ({ country, token, newPassword }) => {
  await reset.resetPassword({ resetToken: token, newPassword });
  redirect(`/${country}/account`);
});
