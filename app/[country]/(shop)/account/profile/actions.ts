"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { customerAction } from "@/lib/action";
import * as profile from "@/lib/customer/profile";
import { nameSchema, phoneSchema } from "@/lib/schemas";

export const saveName = customerAction(nameSchema, async (name) => {
  await profile.saveName(name);
  refresh();
  return {};
});

export const savePhone = customerAction(z.object({ phone: phoneSchema }), async ({ phone }) => {
  await profile.savePhone(phone);
  refresh();
  return {};
});
