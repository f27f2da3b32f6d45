import { type Credentials, type MedusaResponse, requestMedusa, signInAdmin } from "./medusa-request";
import { newEmail } from "./medusa-store-api";

export type Admin = { id: string; email: string; password: string; token: string };

/** Exchanges a token for a cookie session, as the admin dashboard does. */
export async function startCookieSession(shown: Credentials): Promise<string | undefined> {
  return (await requestMedusa("/auth/session", { ...shown, body: {} })).cookie;
}

/**
 * Invites an e-mail address to become an admin.
 * @param by an admin's token
 * @returns the invitation's token
 */
export async function createInvite(by: string, email: string): Promise<string> {
  const { body } = await requestMedusa("/admin/invites", { token: by, body: { email } });
  return (body.invite as { token: string }).token;
}

export async function acceptInvite(
  invitation: string,
  token: string,
  email: string,
): Promise<MedusaResponse> {
  const body = { email, first_name: "Grace", last_name: "Tried" };
  return requestMedusa(`/admin/invites/accept?token=${invitation}`, { token, body });
}

/** Invites and registers an admin. @param by an admin's token */
export async function createAdmin(by: string): Promise<Admin> {
  const credentials = { email: newEmail(), password: `open-the-office-${Date.now()}` };
  const invitation = await createInvite(by, credentials.email);
  const { body } = await requestMedusa("/auth/user/emailpass/register", { body: credentials });
  const accepted = await acceptInvite(invitation, body.token as string, credentials.email);
  const { id } = accepted.body.user as { id: string };
  return { ...credentials, id, token: await signInAdmin(credentials) };
}

/** The claims of a token, not verified. */
export function decodeClaims(token: unknown): Record<string, unknown> & { iat: number; exp: number } {
  const payload = Buffer.from(String(token).split(".")[1] ?? "", "base64url").toString();
  return JSON.parse(payload) as Record<string, unknown> & { iat: number; exp: number };
}
