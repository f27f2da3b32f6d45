import type { Backend, OwnProduct } from "../backend";
import type { Identity } from "../identity";
import type { People } from "../people";
import { Shopper } from "../shopper";
import { identityOf, type Means, perform } from "./actions";
import { Journal } from "./journal";
import { accountAt, at, viewOf, type World } from "./model";
import { expectOrders, expectOrdersPage, ownerOf } from "./orders";
import type { Plan, Step } from "./plan";
import { expectAnswer, expectCartPage, expectSight, type Sight } from "./sight";
import { Wakefulness } from "./wakefulness";

/** How many act at the same time. One lane has all browsers of a shopper, so that the order of their steps is certain. */
const LANES = 3;

export type Cast = Pick<People, "guest" | "shopper" | "secondDevice"> & {
  things: readonly OwnProduct[];
  backend: Backend;
};

/** Does what a plan says in real browsers, and compares what each is shown with what its model says. */
export class Crowd {
  readonly #plan: Plan;
  readonly #cast: Cast;
  readonly #journal: Journal;
  readonly #people = new Map<number, Shopper>();
  readonly #wakefulness = new Wakefulness(this.#people);

  constructor(plan: Plan, cast: Cast) {
    this.#plan = plan;
    this.#cast = cast;
    this.#journal = new Journal(plan);
  }

  /** All steps, and a last look at everything. @throws at the first browser that is shown something else */
  async run(): Promise<void> {
    try {
      await this.#inLanes(async (seats) => {
        for (const seat of seats) await this.#sitDown(seat);
        for (const step of this.#plan.steps)
          if (seats.includes(step.seat) && !this.#journal.isOver) await this.#take(step);
      });
      await this.#inLanes(async (seats) => {
        for (const seat of seats) await this.#wakefulness.during(seat, () => this.#lookAtPages(seat));
      });
      for (const seat of this.#plan.owners.keys()) await this.#lookAtOrders(seat);
    } finally {
      await this.#wakefulness.end();
    }
  }

  async #inLanes(work: (seats: number[]) => Promise<void>): Promise<void> {
    const { owners } = this.#plan;
    const lanes = Array.from({ length: LANES }, (_, lane) =>
      [...owners.keys()].filter((seat) => (owners[seat] ?? seat) % LANES === lane),
    );
    await Promise.all(lanes.map(work));
  }

  async #sitDown(seat: number): Promise<void> {
    const person = await this.#invite(at(this.#plan.owners, seat), seat);
    await person.page.goto("/us");
    this.#people.set(seat, person);
  }

  async #invite(owner: number | null, seat: number): Promise<Shopper> {
    const { guest, shopper, secondDevice } = this.#cast;
    const first = owner === null ? seat : this.#plan.owners.indexOf(owner);
    if (owner !== null) return first === seat ? shopper() : secondDevice(this.#person(first));
    // Of what only shoppers do, a plan has nothing for guests.
    return Shopper.of(await guest());
  }

  async #take(step: Step): Promise<void> {
    const { seat, action, after } = step;
    const work = async () => {
      const before = this.#plan.steps[step.number - 2]?.after ?? this.#plan.start;
      const person = this.#person(seat).with(this.#identity(before, seat));
      await perform(person, action, this.#means(before, step));
      await expectSight(person, this.#sight(after, seat));
      for (const other of this.#devicesBeside(seat))
        await expectAnswer(this.#person(other), this.#sight(after, other));
    };
    await this.#journal.note(step, () => this.#wakefulness.during(seat, work));
  }

  #means(before: World, { seat, after }: Step): Means {
    const account = accountAt(before, seat);
    const hasAddress = account !== null && account.orders.length > 0;
    return { things: this.#cast.things, next: this.#identity(after, seat), hasAddress };
  }

  /** What is done on one device shows on the others of the same account. */
  #devicesBeside(seat: number): number[] {
    const { owners } = this.#plan;
    const owner = at(owners, seat);
    return [...owners.keys()].filter((other) => other !== seat && owner !== null && owners[other] === owner);
  }

  async #lookAtPages(seat: number): Promise<void> {
    const [person, sight] = [this.#person(seat), this.#sight(this.#end, seat)];
    await expectCartPage(person, sight);
    await expectSight(person, sight);
    if (sight.name === null) return;
    const orders = await this.#cast.backend.listOrders(person.identity.email);
    await expectOrdersPage(person, orders.filter(ownerOf));
  }

  async #lookAtOrders(seat: number): Promise<void> {
    const { backend, things } = this.#cast;
    const owner = at(this.#plan.owners, seat);
    const seats = [seat, ...this.#devicesBeside(seat)];
    if (seat !== Math.min(...seats)) return;
    await expectOrders(backend, this.#person(seat).identity.email, {
      account: owner === null ? null : at(this.#end.accounts, owner).orders,
      guest: seats.flatMap((each) => at(this.#end.seats, each).orders),
      things,
    });
  }

  get #end(): World {
    return this.#plan.steps.at(-1)?.after ?? this.#plan.start;
  }

  #person(seat: number): Shopper {
    const person = this.#people.get(seat);
    if (!person) throw new Error(`Nobody has sat down at ${seat}.`);
    return person;
  }

  #identity({ accounts }: World, seat: number): Identity {
    const { identity } = this.#person(seat);
    const owner = at(this.#plan.owners, seat);
    return owner === null ? identity : identityOf(identity, at(accounts, owner));
  }

  #sight(world: World, seat: number): Sight {
    const { name, lines } = viewOf(world, seat);
    const { things } = this.#cast;
    return { name: name === null ? null : this.#identity(world, seat).firstName, lines, things };
  }
}
