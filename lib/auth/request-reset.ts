import "server-only";
import { recordAuditEntry } from "@/lib/audit-log";
import { countResetRequest } from "@/lib/auth/limits";
import { endInStep } from "@/lib/auth/pace";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/markets";
import { callAs } from "@/lib/medusa/client";
import { guestHeaders } from "@/lib/medusa/headers";
import { readClient } from "@/lib/http/client-ip";

const PATH = "/auth/customer/emailpass/reset-password";

/**
 * Has a link sent that sets a new password, if the address has an account. Whether it has is told by neither the
 * outcome, nor the moment of it, nor the limit.
 * @param country the shop that the link leads to
 * @throws AppError "too-many-attempts", "unavailable"
 */
export async function requestReset(typed: string, country: Country): Promise<void> {
  const email = typed.toLowerCase();
  const attempt = { account: email, ip: (await readClient()).ip };
  try {
    await countResetRequest(attempt);
  } catch (error) {
    const nobody = { customerId: null, sessionId: null } as const;
    if (error instanceof AppError && !error.isRepeated)
      await recordAuditEntry({ ...nobody, ...attempt, type: "password.reset-refused", reason: error.code });
    throw error;
  }
  await recordAuditEntry({ type: "password.reset-requested", customerId: null, sessionId: null, ...attempt });
  const body = { identifier: email, metadata: { country } };
  await endInStep(() => callAs(guestHeaders(), PATH, { method: "POST", body, isResponseIgnored: true }));
}
