import type { Kind } from "./limits";

/** What is counted, with the account that it is about where there is one. */
export interface LimitedAttempt {
  kind: Kind;
  account?: string;
  isForAnyClient?: boolean;
}

export interface AuthAttempt {
  attempts: LimitedAttempt[];
  /** Whether success takes it back: only failures are counted then. */
  isRefundable: boolean;
}

const SIGN_IN = /^\/auth\/(?!mfa\/|session\b|token\b|verification\b)[^/]+\/[^/]+\/?$/i;
const RESET = /^\/auth\/[^/]+\/[^/]+\/reset-password\/?$/i;
const REGISTER = /^\/auth\/[^/]+\/[^/]+\/register\/?$/i;
const RENEWAL = /^\/auth\/(session|token\/refresh)\/?$/i;
const MFA = /^\/auth\/mfa\/challenges\/([^/]+)\//i;
const ACCOUNT_FIELDS = ["email", "identifier", "entity_id"];

/**
 * What a request to `/auth` counts as, by its path and by the address that it names. Medusa signs in with GET as well,
 * and takes the address from the body or the query.
 */
export function classifyAuthRequest(path: string, ...inputs: unknown[]): AuthAttempt {
  const account = MFA.exec(path)?.[1] ?? findAccount(inputs);
  if (RESET.test(path)) {
    const mailbox = account ? [{ kind: "reset-mailbox", account, isOfAnyMachine: true } as const] : [];
    return {
      attempts: [{ kind: "reset-machine" }, ...pair("reset-account", account), ...mailbox],
      isRefundable: false,
    };
  }
  if (REGISTER.test(path)) return { attempts: [{ kind: "register" }], isRefundable: false };
  // A renewal names no account: with one in its body, its success would wipe out the failures of somebody else's.
  if (RENEWAL.test(path)) return { attempts: [{ kind: "machine" }], isRefundable: true };
  const counted: LimitedAttempt[] = [{ kind: "machine" }, ...pair("account", account)];
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
