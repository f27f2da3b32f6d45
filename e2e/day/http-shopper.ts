import { newIdentity, type Identity } from "../support/identity";
import { HttpBrowser, readForm, type PageResponse } from "../support/http-browser";
import { NothingToDo } from "./random-choice";
import type { DayContext } from "./day-context";
import { Page } from "./page";
import { checkPage, pageLabel } from "./page-rules";
import { COUNTRIES, type Country } from "./store-setup";

/** An order, with the total that the review showed. */
export type PlacedOrder = { id: string; country: Country; total: number; isCustomers: boolean };

/** A shopper without JavaScript. Every page response is checked against the page rules. */
export class HttpShopper {
  readonly browser = new HttpBrowser();
  readonly identity: Identity = newIdentity("shopper");
  readonly orders: PlacedOrder[] = [];
  country: Country = "us";
  hasAccount = false;
  isSignedIn = false;
  isInGroup = false;

  constructor(
    readonly name: string,
    readonly day: DayContext,
  ) {}

  /** @param path without the country, such as "/cart" */
  async open(path: string): Promise<Page> {
    return this.visit(`/${this.country}${path}`);
  }

  async visit(path: string): Promise<Page> {
    const response = await this.browser.get(path);
    return this.#read(path, response, `reads ${path}`);
  }

  /**
   * Submits a form of a page.
   * @param field the name of a field of the form, or the value of its hidden field "form"
   * @returns the page it leads to
   */
  async send(page: Page, field: string, typed: Record<string, string> = {}): Promise<Page> {
    if (!page.hasField(field)) {
      this.reportFault(
        "a page has its forms",
        `${pageLabel(page)} has no form "${field.replace(/cali_\w+/u, "…")}"`,
      );
      throw new NothingToDo();
    }
    const form = readForm(page.html, field);
    const response = await this.browser.post(page.path, form, typed);
    const shown = Object.values(typed).slice(0, 3).join(", ");
    return this.#read(
      response.location ?? page.path,
      response,
      `sends "${field}" (${shown}) on ${page.path}`,
    );
  }

  /** Records a broken promise. */
  reportFault(rule: string, message: string): void {
    this.day.log.reportFault(this.name, { rule, message });
  }

  record(action: string): void {
    this.day.log.record(this.name, action);
  }

  /** Adopts the country of the page that the shop led to. */
  #follow(path: string): void {
    const country = COUNTRIES.find((each) => path === `/${each}` || path.startsWith(`/${each}/`));
    if (country) this.country = country;
  }

  async #read(path: string, response: PageResponse, action: string): Promise<Page> {
    const page = new Page(path, response.status, response.html);
    this.#follow(path);
    const alerts = page.alerts.map(({ text }) => text.replaceAll(/\s+/gu, " ").trim());
    this.record(
      [`${action} → ${response.status}`, response.location ?? "", ...alerts.map((text) => `"${text}"`)]
        .filter(Boolean)
        .join(" "),
    );
    this.day.log.count("pages");
    for (const violation of checkPage(page)) this.reportFault(violation.rule, violation.message);
    return page;
  }
}
