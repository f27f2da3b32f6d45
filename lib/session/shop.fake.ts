import type { Scheduler } from "fast-check";
import { admit, type Desk } from "@/lib/session/admission";
import { renewTicket } from "@/lib/session/renewal";
import type { Ticket } from "@/lib/session/rotation";
import { fakeSession, fakeStore } from "@/lib/session/store.fake";

export const LIMITS = { rotateAfterSeconds: 600, graceSeconds: 60, idleSeconds: 1_209_600 };

/** One request: how many times pages, routes and actions look at the session, and whether its response gets lost. */
export type Visit = { looks: number; isLost: boolean };

export type Outcome = { shown: Ticket; startedAt: number; now: number; isAdmitted: boolean };

/**
 * A shop with one session, one browser that holds its cookie, and a clock that moves a little with every step. The
 * scheduler decides whose step is next, so that any two requests may overtake each other anywhere.
 */
export function openShop(scheduler: Scheduler, stepMilliseconds: number) {
  const start = Date.UTC(2026, 10, 21);
  const clock = { now: start };
  const browser: { ticket: Ticket } = {
    ticket: { sid: fakeSession(start).id, generation: 0, issuedAt: start },
  };
  const handedOut: Ticket[] = [browser.ticket];
  const supersededAt = new Map<number, number>();

  const step = async () => {
    await scheduler.schedule(Promise.resolve());
    clock.now += stepMilliseconds;
  };
  const { row, store, changes } = fakeStore(fakeSession(start), step);
  const desk: Desk = {
    moment: () => ({ now: clock.now, ...LIMITS }),
    exchangeToken: () => Promise.reject(new Error("The token of this session is fresh throughout.")),
    store: {
      ...store,
      async confirm(session, moment) {
        const isConfirmed = await store.confirm(session, moment);
        if (isConfirmed) supersededAt.set(session.generation, moment.now);
        return isConfirmed;
      },
    },
  };

  /** One look at the session, with the moment that it was decided for. */
  async function look(shown: Ticket): Promise<Outcome> {
    const startedAt = clock.now;
    let now = startedAt;
    const moment = () => ({ ...desk.moment(), now: (now = clock.now) });
    const { status } = await admit(shown, { ...desk, moment });
    return { shown, startedAt, now, isAdmitted: status === "admitted" };
  }

  /** The middleware's exchange, then the looks; answers the ticket that the response carries. */
  async function serve(shown: Ticket, looks: number) {
    const renewal = await renewTicket(shown, desk);
    if (renewal) handedOut.push(renewal.ticket);
    const outcomes: Outcome[] = [];
    for (let count = 0; count < looks; count += 1) outcomes.push(await look(shown));
    return { outcomes, ticket: renewal?.ticket };
  }

  async function visit({ looks, isLost }: Visit): Promise<Outcome[]> {
    await step();
    const { outcomes, ticket } = await serve(browser.ticket, looks);
    await step();
    if (ticket && !isLost) browser.ticket = ticket;
    return outcomes;
  }

  /** Somebody shows a copy of any ticket that was ever handed out. */
  async function replay(index: number): Promise<Outcome[]> {
    await step();
    const copy = handedOut[index % handedOut.length];
    return copy ? (await serve(copy, 1)).outcomes : [];
  }

  async function together<T>(actors: Promise<T>[]): Promise<T[]> {
    await scheduler.waitIdle();
    return Promise.all(actors);
  }

  return { clock, browser, row, changes, desk, handedOut, supersededAt, visit, replay, together };
}
