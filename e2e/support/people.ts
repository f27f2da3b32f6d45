import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { Guest } from "./guest";
import { type Identity, newIdentity, newMachine } from "./identity";
import { postRegistration } from "./registration";
import { Shopper } from "./shopper";

/** What is special about somebody's browser; the rest is as the test's `use` has it. */
export type Machine = Omit<BrowserContextOptions, "extraHTTPHeaders">;

type Seated<P> = { context: BrowserContext; at: (page: Page) => P };

/**
 * Everybody in one test. Each is somebody else, with a browser context of their own that comes from a machine of its
 * own. Only what one person has in two places is shared: the account of two devices, the cookies of two tabs.
 */
export class People {
  /** Of everybody who has been in the test. */
  readonly canaries: string[] = [];
  readonly #browser: Browser;
  readonly #hasScript: boolean;
  readonly #contexts: BrowserContext[] = [];

  constructor(browser: Browser, { hasScript }: { hasScript: boolean }) {
    this.#browser = browser;
    this.#hasScript = hasScript;
  }

  /** Somebody without an account. */
  readonly guest = async (machine: Machine = {}): Promise<Guest> => {
    return new Guest(await this.#sitDown(machine), this.#invent("guest"), this.#optionsOf(machine));
  };

  /** Somebody with an account, signed in; the tab is on no page of the shop yet. */
  readonly shopper = async (machine: Machine = {}): Promise<Shopper> => {
    const page = await this.#sitDown(machine);
    const shopper = new Shopper(page, this.#invent("shopper"), this.#optionsOf(machine));
    await (this.#optionsOf(machine).hasScript
      ? postRegistration(page, shopper.identity)
      : shopper.register());
    return shopper;
  };

  /** The same shopper at another machine, signed in there as well. */
  readonly secondDevice = async ({ identity }: Shopper, machine: Machine = {}): Promise<Shopper> => {
    const device = new Shopper(await this.#sitDown(machine), identity, this.#optionsOf(machine));
    await device.signIn();
    return device;
  };

  /** The same person in another tab of the same browser. */
  readonly secondTab = async <P>(person: Seated<P>): Promise<P> => {
    return person.at(await person.context.newPage());
  };

  async leave(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }

  async #sitDown(machine: Machine): Promise<Page> {
    const context = await this.#browser.newContext({ ...machine, extraHTTPHeaders: newMachine() });
    this.#contexts.push(context);
    return context.newPage();
  }

  #invent(kind: "guest" | "shopper"): Identity {
    const identity = newIdentity(kind);
    this.canaries.push(identity.canary);
    return identity;
  }

  #optionsOf({ javaScriptEnabled = this.#hasScript }: Machine) {
    return { hasScript: javaScriptEnabled };
  }
}
