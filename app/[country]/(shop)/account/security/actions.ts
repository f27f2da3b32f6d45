"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { customerAction } from "@/lib/action";
import { countrySchema } from "@/lib/schemas";
import * as devices from "@/lib/session/devices";

const deviceSchema = z.object({ country: countrySchema, handle: z.string().max(40) });

export const signOutDevice = customerAction(deviceSchema, async ({ country, handle }) => {
  await devices.signOutDevice(handle);
  redirect(`/${country}/account/security`);
});

export const signOutOthers = customerAction(z.object({ country: countrySchema }), async ({ country }) => {
  await devices.signOutOtherDevices();
  redirect(`/${country}/account/security`);
});
