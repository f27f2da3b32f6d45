import { readMail } from "./mailbox";
import type { Store } from "./store";

/** What `setPassword` sets. */
export const NEW_PASSWORD = "another-password";

/** Gives the token of the link that is mailed. */
export async function requestReset(store: Store, identifier: string): Promise<string> {
  const body = { identifier, metadata: { country: "gb" } };
  await store.post("/auth/customer/emailpass/reset-password", { body });
  const [, token = ""] =
    /\/gb\/reset-password\?token=([\w.-]+)/.exec(await readMail("password-reset", identifier)) ?? [];
  return token;
}

/** Gives the status of the answer. */
export async function setPassword(store: Store, token: string): Promise<number> {
  const body = { password: NEW_PASSWORD };
  return (await store.post("/auth/customer/emailpass/update", { token, body })).status;
}
