import "server-only";
import { env } from "@/lib/env";
import type { Desk } from "@/lib/session/admission";
import { sessionStore } from "@/lib/session/store";

/** The real rows and the real clock, with the limits that this shop is run with. */
export const desk: Desk = {
  store: sessionStore,
  moment: () => ({
    now: Date.now(),
    rotateAfterSeconds: env.sessionRotateAfterSeconds,
    graceSeconds: env.sessionGraceSeconds,
    idleSeconds: env.sessionIdleSeconds,
  }),
};
