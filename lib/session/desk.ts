import "server-only";
import { env } from "@/lib/env";
import type { Desk } from "@/lib/session/admission";
import { exchangeMedusaToken } from "@/lib/session/medusa-token";
import { sessionStore } from "@/lib/session/store";

/** The real rows, clock and backend, with the limits that this shop is run with. */
export const desk: Desk = {
  store: sessionStore,
  exchangeToken: exchangeMedusaToken,
  moment: () => ({
    now: Date.now(),
    rotateAfterSeconds: env.sessionRotateAfterSeconds,
    graceSeconds: env.sessionGraceSeconds,
    idleSeconds: env.sessionIdleSeconds,
  }),
};
