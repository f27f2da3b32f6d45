import "server-only";
import { recordAuditEntry } from "@/lib/audit";
import { withPassword } from "@/lib/auth/password-check";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders } from "@/lib/medusa/headers";
import { readStatus } from "@/lib/medusa/status";
import { requireCustomer } from "@/lib/session";
import { readDevice } from "@/lib/session/device";
import { readFreshToken, sealMedusaToken } from "@/lib/session/medusa-token";
import { sessionStore } from "@/lib/session/store";

const PATH = "/store/customers/me/email";

export type EmailChange = { email: string; currentPassword: string };

/**
 * Changes the address that the customer signs in with. The session goes on with the token that the backend gives for
 * the new one; the old address is told by the backend.
 * @throws AppError "email-taken", and as `withPassword`; then the address is as it was
 */
export async function changeEmail({ email: typed, currentPassword }: EmailChange): Promise<void> {
  const { id, customerId, medusaToken } = await requireCustomer();
  const email = typed.toLowerCase();
  const body = { email, password: currentPassword };
  const answer = await withPassword(() =>
    callAs<unknown>(customerHeaders(medusaToken), PATH, { method: "POST", body }).catch(toTaken),
  );
  await sessionStore.replaceToken({ id, customerId }, await sealMedusaToken(readFreshToken(answer)));
  const { address } = await readDevice();
  await recordAuditEntry({
    type: "account.email-changed",
    customerId,
    sessionId: id,
    account: email,
    address,
  });
}

/** Not in so many words: an address that is somebody's account is not for others to know. */
function toTaken(error: unknown): never {
  throw readStatus(error) === 409 ? new AppError("email-taken", { cause: error }) : error;
}
