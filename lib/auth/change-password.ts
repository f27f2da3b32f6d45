import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { endEverywhere } from "@/lib/auth/end-everywhere";
import { rememberDevice, voidDeviceCookies } from "@/lib/auth/device-cookie";
import { withPassword } from "@/lib/auth/password-check";
import { getCustomer } from "@/lib/customer/profile";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders } from "@/lib/medusa/headers";
import { requireCustomer } from "@/lib/session/session";
import { readClient } from "@/lib/http/client-ip";
import { parseNewToken } from "@/lib/session/backend-token";

const PATH = "/store/customers/me/password";

export type PasswordChange = { currentPassword: string; newPassword: string };

/**
 * Sets a new password and ends every session that the old one opened; this browser goes on in a new one.
 * @throws AppError as `withPassword`, and "invalid" with a message for `newPassword`, then the password is as it was;
 *   "unavailable" leaves open whether it is
 */
export async function changePassword({ currentPassword, newPassword }: PasswordChange): Promise<void> {
  const { id: sessionId, customerId, backendToken } = await requireCustomer();
  const body = { old_password: currentPassword, new_password: newPassword };
  const email = (await getCustomer()).email.toLowerCase();
  await endEverywhere("password-changed", () =>
    withPassword(async () =>
      parseNewToken(await callAs(customerHeaders(backendToken), PATH, { method: "POST", body })),
    ),
  );
  await voidDeviceCookies(email);
  await rememberDevice(email);
  const { ip } = await readClient();
  await recordAuditEntry({ type: "password.changed", customerId, sessionId, ip });
}
