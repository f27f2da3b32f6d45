"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { publicAction } from "@/lib/forms/action";
import * as email from "@/lib/auth/email";
import * as password from "@/lib/auth/password";
import * as profile from "@/lib/customer/profile";
import { newPasswordSchema, passwordSchema } from "@/lib/auth/password-rules";
import { emailSchema, nameSchema, phoneSchema } from "@/lib/forms/fields";

export const saveName = publicAction(nameSchema, async (name) => {
  await profile.saveName(name);
  refresh();
  return {};
});

export const savePhone = publicAction(z.object({ phone: phoneSchema }), async ({ phone }) => {
  await profile.savePhone(phone);
  refresh();
  return {};
});

const emailChangeSchema = z.object({ email: emailSchema, currentPassword: passwordSchema });

export const changeEmail = publicAction(emailChangeSchema, async (change) => {
  await email.changeEmail(change);
  refresh();
  return {};
});

const passwordChangeSchema = z.object({ currentPassword: passwordSchema, newPassword: newPasswordSchema });

export const changePassword = publicAction(passwordChangeSchema, async (change) => {
  await password.changePassword(change);
  refresh();
  return {};
});
