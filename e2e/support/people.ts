import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { Guest } from "./guest";
import { type Identity, newIdentity, newClientIp } from "./identity";
import { Shopper } from "./shopper";

/** Options of one browser context, beyond the test's `use`. */
export type ContextOptions = Omit<BrowserContextOptions, "extraHTTPHeaders">;

type InContext<P> = { context: BrowserContext; inPage: (page: Page) => P };

/**
 * Creates the people of one test. Each has personal data, a browser context and a client IP of their own. Two devices
 * share an account, two tabs share cookies; nothing else is shared.
 */
export class People {
  /** Canaries of all people created. */
  readonly canaries: string[] = [];
  readonly #browser: Browser;
  readonly #hasScript: boolean;
  readonly #contexts: BrowserContext[] = [];

  constructor(browser: Browser, { hasScript }: { hasScript: boolean }) {
    this.#browser = browser;
    this.#hasScript = hasScript;
  }

  /** Creates a guest. */
  readonly guest = async (options: ContextOptions = {}): Promise<Guest> => {
    return new Guest(
      await this.#openPage(options),
      this.#createIdentity("guest"),
      this.#scriptOption(options),
    );
  };

  /** Creates a shopper with an account, signed in, whose tab has no page of the shop open yet. */
  readonly shopper = async (options: ContextOptions = {}): Promise<Shopper> => {
    const page = await this.#openPage(options);
    const shopper = new Shopper(page, this.#createIdentity("shopper"), this.#scriptOption(options));
    await shopper.registerUnrendered();
    return shopper;
  };

  /** Signs the shopper in on a second device, which has no page of the shop open yet. */
  readonly secondDevice = async ({ identity }: Shopper, options: ContextOptions = {}): Promise<Shopper> => {
    const device = new Shopper(await this.#openPage(options), identity, this.#scriptOption(options));
    await device.signInUnrendered();
    return device;
  };

  /** Opens another tab of the same browser. */
  readonly secondTab = async <P>(person: InContext<P>): Promise<P> => {
    return person.inPage(await person.context.newPage());
  };

  async closeAll(): Promise<void> {
    await Promise.all(this.#contexts.map((context) => context.close()));
  }

  async #openPage(options: ContextOptions): Promise<Page> {
    const context = await this.#browser.newContext({ ...options, extraHTTPHeaders: newClientIp() });
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
