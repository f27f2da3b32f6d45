import { type BrowserContext, type Cookie, expect, type Locator, type Page } from "@playwright/test";
import { addCanary, type TestAddress } from "./addresses";
import type { Identity } from "./identity";

export type CartItem = { country?: string; handle: string; options?: Record<string, string> };

/** A thing that every country sells and nobody buys out. */
export const SCARF: CartItem = { handle: "attendants-scarf", options: { Colour: "Oat" } };

const MAX_TAB_STOPS = 80;

/** What a shopper without an account does in one tab, by the names that things have on the page. */
export class Guest {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly identity: Identity;
  readonly hasScript: boolean;
  /** By test id: while the drawer is open, nothing beside it has a role. */
  readonly cartLink: Locator;
  readonly drawer: Locator;
  readonly placeOrderButton: Locator;

  constructor(page: Page, identity: Identity, { hasScript }: { hasScript: boolean }) {
    this.page = page;
    this.context = page.context();
    this.identity = identity;
    this.hasScript = hasScript;
    this.cartLink = this.getVisible("nav-cart-link");
    this.drawer = page.getByRole("dialog", { name: "Your cart" });
    this.placeOrderButton = page.getByRole("button", { name: /^Place order/ });
  }

  /** The same person in another page. */
  inPage(page: Page): Guest {
    return new Guest(page, this.identity, this);
  }

  async openProduct({ country = "us", handle, options = {} }: CartItem): Promise<void> {
    await this.page.goto(`/${country}/products/${handle}`);
    if (this.hasScript) await this.waitForHydration();
    for (const value of Object.values(options)) await this.chooseOption(value);
  }

  async chooseOption(value: string): Promise<void> {
    await this.page.getByRole("radio", { name: value }).check();
  }

  /** Until React has taken over the forms of the page: what is pressed before that goes the way without script. */
  async waitForHydration(): Promise<void> {
    await this.page.waitForFunction(() => {
      const form = document.querySelector("main form");
      return form !== null && Object.keys(form).some((key) => key.startsWith("__react"));
    });
  }

  /** Puts it into the cart and waits until the server has it. */
  async addToCart(choice: CartItem = SCARF): Promise<void> {
    await this.openProduct(choice);
    await this.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(this.drawer.getByTestId("cart-subtotal")).toBeVisible();
    await this.waitForCart();
  }

  /** The cookie that holds the cart of somebody who is not signed in. */
  async readCartCookie(): Promise<Cookie | undefined> {
    return (await this.context.cookies()).find(({ name }) => name === "__Host-cart");
  }

  /** Until nothing is shown that the server has not confirmed. */
  async waitForCart(): Promise<void> {
    await expect(this.page.locator("[aria-busy=true]").filter({ visible: true })).toHaveCount(0);
  }

  /** What has no name but its test id. Only what is in view: Next keeps the pages one comes from, hidden. */
  getVisible(testId: string): Locator {
    return this.page.getByTestId(testId).filter({ visible: true });
  }

  /** An address where this person lives, and nobody else: what a form is filled with, and what the backend is to have. */
  ownAddress(address: TestAddress): TestAddress {
    return addCanary(address, this.identity.canary);
  }

  /** The first step of the checkout. */
  async fillContact(address: TestAddress, email = this.identity.email): Promise<void> {
    await this.field("E-mail").fill(email);
    await this.fillAddress(address);
  }

  /** Where this person lives, at the checkout and in an address book. */
  async fillAddress(address: TestAddress): Promise<void> {
    const { texts, selections } = this.ownAddress(address);
    for (const [label, text] of Object.entries(texts)) await this.field(label).fill(text);
    for (const [label, choice] of Object.entries(selections))
      await this.page.getByRole("combobox", { name: label }).selectOption(choice);
  }

  /** A text field by its label; beside that stands "Optional" where it may be left empty. */
  field(label: string): Locator {
    return this.page.getByRole("textbox", { name: label });
  }

  /** Moves the focus as somebody without a mouse does, until it is there. */
  async tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await expect(target).toBeVisible();
    const hasFocus = () => target.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < MAX_TAB_STOPS && !(await hasFocus()); presses += 1)
      await this.page.keyboard.press(key);
    await expect(target).toBeFocused();
  }

  /** From the cart to the last look, with the delivery and the payment that are offered first. */
  async goToReview(address: TestAddress, email = this.identity.email): Promise<void> {
    await this.page.goto(`/${address.country}/checkout?step=address`);
    await this.fillContact(address, email);
    for (const next of ["Continue to delivery", "Continue to payment", "Continue to review"])
      await this.page.getByRole("button", { name: next }).click();
    await expect(this.placeOrderButton).toBeVisible();
  }

  /** @returns the id of the order that the browser was led to */
  async placeOrder(): Promise<string> {
    await this.placeOrderButton.click();
    return this.waitForConfirmation();
  }

  async waitForConfirmation(): Promise<string> {
    await this.page.waitForURL(/\/order\/[^/]+\/confirmed$/);
    await expect(this.page.getByRole("heading", { level: 1, name: /^Thank you/ })).toBeVisible();
    return this.page.url().split("/").at(-2) ?? "";
  }

  /** What the cart page says when nothing is in it, and the checkout on the way there. */
  get emptyCart(): Locator {
    return this.getVisible("empty-cart-message");
  }

  /** A number that the page shows: prices and counts carry theirs, whatever the currency's way of writing it. */
  async readAmount(testId: string): Promise<number> {
    return Number(await this.getVisible(testId).getAttribute("data-value"));
  }
}
