import type { Kind } from "./limits";

/** One count of an attempt, by account if it names one. */
export interface LimitedAttempt {
  kind: Kind;
  account?: string;
  isForAnyClient?: boolean;
}

export interface AuthAttempt {
  attempts: LimitedAttempt[];
  /** Whether success refunds the attempt, so that only failures count. */
  isRefundable: boolean;
}

const SIGN_IN = /^\/auth\/(?!mfa\/|session\b|token\b|verification\b)[^/]+\/[^/]+\/?$/i;
const RESET = /^\/auth\/[^/]+\/[^/]+\/reset-password\/?$/i;
const REGISTER = /^\/auth\/[^/]+\/[^/]+\/register\/?$/i;
const RENEWAL = /^\/auth\/(session|token\/refresh)\/?$/i;
const MFA = /^\/auth\/mfa\/challenges\/([^/]+)\//i;
const ACCOUNT_FIELDS = ["email", "identifier", "entity_id"];

/**
 * Classifies a request to `/auth` by its path and the account it names. Medusa signs in with GET too, and reads the
 * account from body or query.
 */
export function classifyAuthRequest(path: string, ...inputs: unknown[]): AuthAttempt {
  const account = MFA.exec(path)?.[1] ?? findAccount(inputs);
  if (RESET.test(path)) {
    const mailbox = account ? [{ kind: "reset-mailbox", account, isForAnyClient: true } as const] : [];
    return {
      attempts: [{ kind: "reset-client" }, ...pair("reset-account", account), ...mailbox],
      isRefundable: false,
    };
  }
  if (REGISTER.test(path)) return { attempts: [{ kind: "register" }], isRefundable: false };
  // A refresh must not be counted by account: with another account in its body, its success would reset that
  // account's failures.
  if (RENEWAL.test(path)) return { attempts: [{ kind: "client" }], isRefundable: true };
  const counted: LimitedAttempt[] = [{ kind: "client" }, ...pair("account", account)];
  return { attempts: counted, isRefundable: SIGN_IN.test(path) || MFA.test(path) };
}

function pair(kind: Kind, account: string | undefined): LimitedAttempt[] {
  return account ? [{ kind, account }] : [];
}

function findAccount(inputs: unknown[]): string | undefined {
  for (const input of inputs)
    for (const field of ACCOUNT_FIELDS) {
      const value = (input as Record<string, unknown> | null | undefined)?.[field];
      if (typeof value === "string" && value) return value.trim().toLowerCase();
    }
  return undefined;
}
