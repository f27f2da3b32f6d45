import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { Guest } from "./guest";
import { type Identity, newIdentity, newClientIp } from "./identity";
import { postRegistration } from "./registration";
import { Shopper } from "./shopper";

/** What is special about somebody's browser; the rest is as the test's `use` has it. */
export type ContextOptions = Omit<BrowserContextOptions, "extraHTTPHeaders">;

type InContext<P> = { context: BrowserContext; inPage: (page: Page) => P };

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
  readonly guest = async (clientIp: ContextOptions = {}): Promise<Guest> => {
    return new Guest(
      await this.#openPage(clientIp),
      this.#createIdentity("guest"),
      this.#scriptOption(clientIp),
    );
  };

  /** Somebody with an account, signed in; the tab is on no page of the shop yet. */
  readonly shopper = async (clientIp: ContextOptions = {}): Promise<Shopper> => {
    const page = await this.#openPage(clientIp);
    const shopper = new Shopper(page, this.#createIdentity("shopper"), this.#scriptOption(clientIp));
    await (this.#scriptOption(clientIp).hasScript
      ? postRegistration(page, shopper.identity)
      : shopper.register());
    return shopper;
  };

  /** The same shopper at another machine, signed in there as well. */
  readonly secondDevice = async ({ identity }: Shopper, clientIp: ContextOptions = {}): Promise<Shopper> => {
    const device = new Shopper(await this.#openPage(clientIp), identity, this.#scriptOption(clientIp));
    await device.signIn();
    return device;
  };

  /** The same person in another tab of the same browser. */
  readonly secondTab = async <P>(person: InContext<P>): Promise<P> => {
    return person.inPage(await person.context.newPage());
  };

  async closeAll(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }

  async #openPage(clientIp: ContextOptions): Promise<Page> {
    const context = await this.#browser.newContext({ ...clientIp, extraHTTPHeaders: newClientIp() });
    this.#contexts.push(context);
    return context.newPage();
  }

  #createIdentity(kind: "guest" | "shopper"): Identity {
    const identity = newIdentity(kind);
    this.canaries.push(identity.canary);
    return identity;
  }

  #scriptOption({ javaScriptEnabled = this.#hasScript }: ContextOptions) {
    return { hasScript: javaScriptEnabled };
  }
}
