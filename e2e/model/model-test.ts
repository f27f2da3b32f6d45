import type { BackendClient, TestProduct } from "../support/backend-client";
import type { Identity } from "../support/identity";
import type { People } from "../support/people";
import { Shopper } from "../support/shopper";
import { deriveIdentity, type ActionContext, performAction } from "./actions";
import { StepLog } from "./step-log";
import { accountAt, requireAt, viewOf, type State } from "./state";
import { expectOrders, expectOrdersPage, ownerOf } from "./orders";
import type { Plan, Step } from "./plan";
import { expectShopperResponse, expectCartPage, expectObservation, type Observation } from "./observation";
import { SessionKeepAlive } from "./session-keep-alive";

/**
 * How many clients act at the same time. All clients of an account are run by one worker, so that their order is
 * fixed.
 */
const WORKERS = 3;

export type TestContext = Pick<People, "guest" | "shopper" | "secondDevice"> & {
  products: readonly TestProduct[];
  backend: BackendClient;
};

/** Runs a plan in real browsers and compares what each browser shows with the state of the model. */
export class ModelTest {
  readonly #plan: Plan;
  readonly #context: TestContext;
  readonly #stepLog: StepLog;
  readonly #shoppers = new Map<number, Shopper>();
  readonly #keepAlive = new SessionKeepAlive(this.#shoppers);

  constructor(plan: Plan, context: TestContext) {
    this.#plan = plan;
    this.#context = context;
    this.#stepLog = new StepLog(plan);
  }

  /**
   * Runs all steps, then checks every client once more.
   * @throws Error at the first client that observes something else
   */
  async run(): Promise<void> {
    try {
      await this.#runInWorkers(async (clients) => {
        for (const client of clients) await this.#openClient(client);
        for (const step of this.#plan.steps)
          if (clients.includes(step.client) && !this.#stepLog.hasFailed) await this.#runStep(step);
      });
      await this.#runInWorkers(async (clients) => {
        for (const client of clients)
          await this.#keepAlive.pauseWhile(client, () => this.#checkPages(client));
      });
      for (const client of this.#plan.owners.keys()) await this.#checkOrders(client);
    } finally {
      await this.#keepAlive.stop();
    }
  }

  async #runInWorkers(work: (clients: number[]) => Promise<void>): Promise<void> {
    const { owners } = this.#plan;
    const workers = Array.from({ length: WORKERS }, (_, worker) =>
      [...owners.keys()].filter((client) => (owners[client] ?? client) % WORKERS === worker),
    );
    await Promise.all(workers.map(work));
  }

  async #openClient(client: number): Promise<void> {
    const person = await this.#createShopper(requireAt(this.#plan.owners, client), client);
    await person.page.goto("/us");
    this.#shoppers.set(client, person);
  }

  async #createShopper(owner: number | null, client: number): Promise<Shopper> {
    const { guest, shopper, secondDevice } = this.#context;
    const first = owner === null ? client : this.#plan.owners.indexOf(owner);
    if (owner !== null) return first === client ? shopper() : secondDevice(this.#shopperAt(first));
    // Plans contain no shopper's actions for guests.
    return Shopper.of(await guest());
  }

  async #runStep(step: Step): Promise<void> {
    const { client, action, stateAfter } = step;
    const work = async () => {
      const before = this.#plan.steps[step.number - 2]?.stateAfter ?? this.#plan.initialState;
      const person = this.#shopperAt(client).with(this.#identityOf(before, client));
      await performAction(person, action, this.#actionContext(before, step));
      await expectObservation(person, this.#expectedObservation(stateAfter, client));
      for (const other of this.#otherDevicesOf(client))
        await expectShopperResponse(this.#shopperAt(other), this.#expectedObservation(stateAfter, other));
    };
    await this.#stepLog.record(step, () => this.#keepAlive.pauseWhile(client, work));
  }

  #actionContext(before: State, { client, stateAfter }: Step): ActionContext {
    const account = accountAt(before, client);
    const hasAddress = account !== null && account.orders.length > 0;
    return {
      products: this.#context.products,
      nextIdentity: this.#identityOf(stateAfter, client),
      hasAddress,
    };
  }

  /** Clients that share the account of this one, and so its cart. */
  #otherDevicesOf(client: number): number[] {
    const { owners } = this.#plan;
    const owner = requireAt(owners, client);
    return [...owners.keys()].filter(
      (other) => other !== client && owner !== null && owners[other] === owner,
    );
  }

  async #checkPages(client: number): Promise<void> {
    const [person, expected] = [this.#shopperAt(client), this.#expectedObservation(this.#finalState, client)];
    await expectCartPage(person, expected);
    await expectObservation(person, expected);
    if (expected.name === null) return;
    const orders = await this.#context.backend.listOrders(person.identity.email);
    await expectOrdersPage(person, orders.filter(ownerOf));
  }

  async #checkOrders(client: number): Promise<void> {
    const { backend, products } = this.#context;
    const owner = requireAt(this.#plan.owners, client);
    const clients = [client, ...this.#otherDevicesOf(client)];
    if (client !== Math.min(...clients)) return;
    await expectOrders(backend, this.#shopperAt(client).identity.email, {
      account: owner === null ? null : requireAt(this.#finalState.accounts, owner).orders,
      guest: clients.flatMap((each) => requireAt(this.#finalState.clients, each).orders),
      products,
    });
  }

  get #finalState(): State {
    return this.#plan.steps.at(-1)?.stateAfter ?? this.#plan.initialState;
  }

  #shopperAt(client: number): Shopper {
    const person = this.#shoppers.get(client);
    if (!person) throw new Error(`Nobody has sat down at ${client}.`);
    return person;
  }

  #identityOf({ accounts }: State, client: number): Identity {
    const { identity } = this.#shopperAt(client);
    const owner = requireAt(this.#plan.owners, client);
    return owner === null ? identity : deriveIdentity(identity, requireAt(accounts, owner));
  }

  #expectedObservation(state: State, client: number): Observation {
    const { nameVersion, lines } = viewOf(state, client);
    const { products } = this.#context;
    return { name: nameVersion === null ? null : this.#identityOf(state, client).firstName, lines, products };
  }
}
