import type { Scheduler } from "fast-check";
import { admit, type Desk } from "@/lib/session/admission";
import { renewTicket } from "@/lib/session/renewal";
import type { Ticket } from "@/lib/session/rotation";
import { fakeSession, fakeStore } from "@/lib/session/store.fake";
import type { Session } from "@/prisma/generated/client";

export const LIMITS = { rotateAfterSeconds: 600, graceSeconds: 60, idleSeconds: 1_209_600 };

const OPENED_AT = Date.UTC(2026, 10, 21);

/** One request: how many times pages, routes and actions look at the session, and whether its response gets lost. */
type Visit = { looks: number; isLost: boolean };

export type Outcome = { shown: Ticket; startedAt: number; now: number; isAdmitted: boolean };

/**
 * A shop with one session, one browser that holds its cookie, and a clock that moves a little with every step. The
 * scheduler decides whose step is next, so that any two requests may overtake each other anywhere.
 */
export class FakeShop {
  now = OPENED_AT;
  readonly row: Session = fakeSession(OPENED_AT);
  readonly changes: string[];
  readonly desk: Desk;
  /** When each generation was superseded, kept apart from the row. */
  readonly supersededAt = new Map<number, number>();
  /** The browser's cookie. */
  #ticket: Ticket = { sid: this.row.id, generation: 0, issuedAt: OPENED_AT };
  readonly #handedOut: Ticket[] = [this.#ticket];

  constructor(
    readonly scheduler: Scheduler,
    readonly stepMilliseconds: number,
  ) {
    const { store, changes } = fakeStore(this.row, this.#step);
    this.changes = changes;
    this.desk = {
      moment: () => ({ now: this.now, ...LIMITS }),
      exchangeToken: () => Promise.reject(new Error("The token of this session is fresh throughout.")),
      store: {
        ...store,
        confirm: async (session, moment) => {
          const isConfirmed = await store.confirm(session, moment);
          if (isConfirmed) this.supersededAt.set(session.generation, moment.now);
          return isConfirmed;
        },
      },
    };
  }

  /** The browser's own request. A response that arrives leaves its ticket there. */
  visit = async ({ looks, isLost }: Visit): Promise<Outcome[]> => {
    await this.#step();
    const { outcomes, ticket } = await this.#serve(this.#ticket, looks);
    await this.#step();
    if (ticket && !isLost) this.#ticket = ticket;
    return outcomes;
  };

  /** Somebody shows a copy of any ticket that was ever handed out. */
  async replay(index: number): Promise<Outcome[]> {
    await this.#step();
    const copy = this.#handedOut[index % this.#handedOut.length];
    return copy ? (await this.#serve(copy, 1)).outcomes : [];
  }

  /** Lets all of them run, in an order of the scheduler's. */
  async together(actors: Promise<Outcome[]>[]): Promise<Outcome[]> {
    await this.scheduler.waitIdle();
    return (await Promise.all(actors)).flat();
  }

  /** The middleware's exchange, then the looks; answers the ticket that the response carries. */
  async #serve(shown: Ticket, looks: number) {
    const renewal = await renewTicket(shown, this.desk);
    if (renewal) this.#handedOut.push(renewal.ticket);
    const outcomes: Outcome[] = [];
    for (let count = 0; count < looks; count += 1) outcomes.push(await this.#look(shown));
    return { outcomes, ticket: renewal?.ticket };
  }

  /** One look at the session, with the moment that it was decided for. */
  async #look(shown: Ticket): Promise<Outcome> {
    const startedAt = this.now;
    let now = startedAt;
    const moment = () => {
      now = this.now;
      return this.desk.moment();
    };
    const { status } = await admit(shown, { ...this.desk, moment });
    return { shown, startedAt, now, isAdmitted: status === "admitted" };
  }

  #step = async () => {
    await this.scheduler.schedule(Promise.resolve());
    this.now += this.stepMilliseconds;
  };
}
