import "server-only";
import type { SealedToken, SessionStore } from "@/lib/session/store";
import { decide, type EndReason, type Moment, type Ticket } from "@/lib/session/rotation";
import type { Session } from "@/prisma/generated/client";

/** What a session is kept with. Tests hand in rows, a clock and a backend of their own. */
export type Desk = {
  store: SessionStore;
  moment: () => Moment;
  /** @throws AppError "signed-out" when the backend refuses the old token for good */
  exchangeToken: (sealed: string) => Promise<SealedToken>;
};

export type Admission =
  /** `next`: the generation that the browser should be given, null while its ticket is still young. */
  { status: "admitted"; session: Session; next: number | null } | { status: "ended"; reason: EndReason };

/**
 * A change fails only because another request was faster: it confirmed the same generation, or ended the session. The
 * next look sees either; one more is room for both, one after the other.
 */
const LOOKS = 3;

/**
 * Decides on a ticket and does to the row what follows: confirms a generation at its first use, ends the session when
 * an old copy turns up.
 * @throws when the database does
 */
export async function admit(
  ticket: Ticket,
  { store, moment }: Pick<Desk, "store" | "moment">,
): Promise<Admission> {
  for (let look = 0; look < LOOKS; look += 1) {
    const session = await store.find(ticket.sid);
    if (!session) return { status: "ended", reason: "expired" };

    const at = moment();
    const decision = decide(ticket, session, at);
    if (decision.verdict === "ended") return { status: "ended", reason: decision.reason };
    if (decision.verdict === "replayed") {
      const revocation = { reason: "replayed", generation: ticket.generation } as const;
      if (await store.revoke(session, revocation, at.now)) return { status: "ended", reason: "replayed" };
    } else if (!decision.confirms || (await store.confirm(session, at))) {
      return { status: "admitted", session, next: decision.next };
    }
  }
  throw new Error("A session changed under every look at it.");
}
