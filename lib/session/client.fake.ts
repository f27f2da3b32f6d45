import type { Scheduler } from "fast-check";
import { validateSession, type SessionDeps } from "@/lib/session/validate";
import { rotateToken } from "@/lib/session/refresh";
import type { SessionToken } from "@/lib/session/rotation";
import { fakeSession, fakeStore } from "@/lib/session/store.fake";
import type { Session } from "@/prisma/generated/client";

export const LIMITS = { rotateAfterSeconds: 600, graceSeconds: 60, idleSeconds: 1_209_600 };

const OPENED_AT = Date.UTC(2026, 10, 21);

/** One request: how many times pages, routes and actions look at the session, and whether its response gets lost. */
type Request = { reads: number; isLost: boolean };

export type Outcome = { presented: SessionToken; startedAt: number; now: number; isValid: boolean };

/**
 * A client with one session, one browser that holds its cookie, and a clock that moves a little with every step. The
 * scheduler decides whose step is next, so that any two requests may overtake each other anywhere.
 */
export class FakeClient {
  now = OPENED_AT;
  readonly row: Session = fakeSession(OPENED_AT);
  readonly changes: string[];
  readonly deps: SessionDeps;
  /** When each generation was superseded, kept apart from the row. */
  readonly supersededAt = new Map<number, number>();
  /** The browser's cookie. */
  #token: SessionToken = { sid: this.row.id, generation: 0, issuedAt: OPENED_AT };
  readonly #handedOut: SessionToken[] = [this.#token];

  constructor(
    readonly scheduler: Scheduler,
    readonly stepMilliseconds: number,
  ) {
    const { store, changes } = fakeStore(this.row, this.#step);
    this.changes = changes;
    this.deps = {
      clock: () => ({ now: this.now, ...LIMITS }),
      exchangeToken: () => Promise.reject(new Error("The token of this session is fresh throughout.")),
      store: {
        ...store,
        confirm: async (session, clock) => {
          const isConfirmed = await store.confirm(session, clock);
          if (isConfirmed) this.supersededAt.set(session.generation, clock.now);
          return isConfirmed;
        },
      },
    };
  }

  /** The browser's own request. A response that arrives leaves its token there. */
  request = async ({ reads, isLost }: Request): Promise<Outcome[]> => {
    await this.#step();
    const { outcomes, token } = await this.#serve(this.#token, reads);
    await this.#step();
    if (token && !isLost) this.#token = token;
    return outcomes;
  };

  /** Somebody shows a copy of any token that was ever handed out. */
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

  /** The middleware's exchange, then the looks; answers the token that the response carries. */
  async #serve(presented: SessionToken, reads: number) {
    const rotation = await rotateToken(presented, this.deps);
    if (rotation) this.#handedOut.push(rotation.token);
    const outcomes: Outcome[] = [];
    for (let count = 0; count < reads; count += 1) outcomes.push(await this.#validate(presented));
    return { outcomes, token: rotation?.token };
  }

  /** One look at the session, with the clock that it was decided for. */
  async #validate(presented: SessionToken): Promise<Outcome> {
    const startedAt = this.now;
    let now = startedAt;
    const clock = () => {
      now = this.now;
      return this.deps.clock();
    };
    const { status } = await validateSession(presented, { ...this.deps, clock });
    return { presented, startedAt, now, isValid: status === "valid" };
  }

  #step = async () => {
    await this.scheduler.schedule(Promise.resolve());
    this.now += this.stepMilliseconds;
  };
}
