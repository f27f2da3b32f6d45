import { expect } from "@playwright/test";
import { readMail } from "./mailbox";
import type { MedusaStoreApi } from "./medusa-store-api";

/** The password that `resetPassword` sets. */
export const NEW_PASSWORD = "another-password";

/**
 * Requests a reset link.
 * @param before the token of an earlier link, which is in the mailbox already
 * @returns the token of the mailed link
 */
export async function requestResetToken(
  storeApi: MedusaStoreApi,
  identifier: string,
  before?: string,
): Promise<string> {
  const body = { identifier, metadata: { country: "gb" } };
  await storeApi.post("/auth/customer/emailpass/reset-password", { body });
  let token = "";
  await expect
    .poll(async () => (token = await readResetToken(identifier)), { message: `a link to ${identifier}` })
    .not.toBe(before);
  return token;
}

async function readResetToken(identifier: string): Promise<string> {
  const mail = await readMail("password-reset", identifier);
  return /\/gb\/reset-password\?token=([\w.-]+)/.exec(mail)?.[1] ?? "";
}

/** @returns the status of the response */
export async function resetPassword(storeApi: MedusaStoreApi, token: string): Promise<number> {
  const body = { password: NEW_PASSWORD };
  return (await storeApi.post("/auth/customer/emailpass/update", { token, body })).status;
}
