"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { publicAction } from "@/lib/forms/action";
import * as everywhere from "@/lib/auth/revoke-all-sessions";
import { countrySchema } from "@/lib/forms/fields";
import * as devices from "@/lib/session/devices";

const deviceSchema = z.object({ country: countrySchema, publicId: z.string().max(40) });

export const signOutDevice = publicAction(deviceSchema, async ({ country, publicId }) => {
  await devices.signOutDevice(publicId);
  redirect(`/${country}/account/security`);
});

const countryOnly = z.object({ country: countrySchema });

export const signOutOthers = publicAction(countryOnly, async ({ country }) => {
  await devices.signOutOtherDevices();
  redirect(`/${country}/account/security`);
});

export const signOutEverywhere = publicAction(countryOnly, async () => {
  await everywhere.signOutEverywhere();
  refresh();
  return {};
});
