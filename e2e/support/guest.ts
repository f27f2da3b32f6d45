import { type BrowserContext, type Cookie, expect, type Locator, type Page } from "@playwright/test";
import { addCanary, type TestAddress } from "./addresses";
import type { Identity } from "./identity";
import { submitUnrendered } from "./unrendered-form";

export type CartItem = { country?: string; handle: string; options?: Record<string, string> };

/** A product that every country sells, with stock for all tests. */
export const SCARF: CartItem = { handle: "attendants-scarf", options: { Colour: "Oat" } };

const MAX_TAB_STOPS = 80;

/** Page object of a shopper without an account, in one tab. */
export class Guest {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly identity: Identity;
  readonly hasScript: boolean;
  /** Located by test id: an open drawer hides everything beside it from role queries. */
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

  /** The same person in another tab. */
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

  /** Waits until React has hydrated the forms of the page. Clicks before that submit the form without JavaScript. */
  async waitForHydration(): Promise<void> {
    await this.page.waitForFunction(() => {
      const form = document.querySelector("main form");
      return form !== null && Object.keys(form).some((key) => key.startsWith("__react"));
    });
  }

  /** Adds a product from its page and waits until the server has confirmed it. */
  async addToCart(choice: CartItem = SCARF): Promise<void> {
    await this.openProduct(choice);
    await this.page.getByRole("button", { name: "Add to cart" }).click();
    await expect(this.drawer.getByTestId("cart-subtotal")).toBeVisible();
    await this.waitForCart();
  }

  /** Adds a product without rendering its page, for tests in which adding is not the point. */
  async fillCart({ country = "us", handle, options = {} }: CartItem = SCARF): Promise<void> {
    const path = `/${country}/products/${handle}`;
    const chosen = Object.entries(options).map(([title, value]) => [`option:${title}`, value]);
    await submitUnrendered(this.page, { path, form: "handle", named: Object.fromEntries(chosen) });
  }

  /** The cookie that holds a guest's cart id. */
  async readCartCookie(): Promise<Cookie | undefined> {
    return (await this.context.cookies()).find(({ name }) => name === "__Host-cart");
  }

  /** Waits until no optimistic update is pending. */
  async waitForCart(): Promise<void> {
    await expect(this.page.locator("[aria-busy=true]").filter({ visible: true })).toHaveCount(0);
  }

  /** Locates an element by test id. Visible ones only: Next keeps previous pages in the document, hidden. */
  getVisible(testId: string): Locator {
    return this.page.getByTestId(testId).filter({ visible: true });
  }

  /** Makes an address unique to this person, as typed and as stored. */
  ownAddress(address: TestAddress): TestAddress {
    return addCanary(address, this.identity.canary);
  }

  /** Fills in the first step of the checkout. */
  async fillContact(address: TestAddress, email = this.identity.email): Promise<void> {
    await this.field("E-mail").fill(email);
    await this.fillAddress(address);
  }

  /** Fills in the address, made unique, at the checkout or in the address book. */
  async fillAddress(address: TestAddress): Promise<void> {
    const { texts, selections } = this.ownAddress(address);
    for (const [label, text] of Object.entries(texts)) await this.field(label).fill(text);
    for (const [label, choice] of Object.entries(selections))
      await this.page.getByRole("combobox", { name: label }).selectOption(choice);
  }

  /** Locates a text field by its label. Labels of optional fields end in "Optional". */
  field(label: string): Locator {
    return this.page.getByRole("textbox", { name: label });
  }

  /** Moves the focus by keyboard until it is on the target. */
  async tabTo(target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
    await expect(target).toBeVisible();
    const hasFocus = () => target.evaluate((element) => element === document.activeElement);
    for (let presses = 0; presses < MAX_TAB_STOPS && !(await hasFocus()); presses += 1)
      await this.page.keyboard.press(key);
    await expect(target).toBeFocused();
  }

  /** Goes from the cart to the review, with the default shipping and payment options. */
  async goToReview(address: TestAddress, email = this.identity.email): Promise<void> {
    await this.page.goto(`/${address.country}/checkout?step=address`);
    await this.fillContact(address, email);
    for (const next of ["Continue to delivery", "Continue to payment", "Continue to review"])
      await this.page.getByRole("button", { name: next }).click();
    await expect(this.placeOrderButton).toBeVisible();
  }

  /** Opens the review, with the steps before it submitted without being rendered. */
  async openReview(address: TestAddress, email = this.identity.email): Promise<void> {
    const path = `/${address.country}/checkout?step=`;
    const { texts, selections } = this.ownAddress(address);
    const labelled = { ...texts, ...selections };
    await submitUnrendered(this.page, {
      path: `${path}address`,
      form: "address",
      named: { email },
      labelled,
    });
    for (const form of ["delivery", "payment"])
      await submitUnrendered(this.page, { path: path + form, form });
    await this.page.goto(`${path}review`);
    await expect(this.placeOrderButton).toBeVisible();
  }

  /** @returns the id of the order that the confirmation page names */
  async placeOrder(): Promise<string> {
    await this.placeOrderButton.click();
    return this.waitForConfirmation();
  }

  async waitForConfirmation(): Promise<string> {
    await this.page.waitForURL(/\/order\/[^/]+\/confirmed$/);
    await expect(this.page.getByRole("heading", { level: 1, name: /^Thank you/ })).toBeVisible();
    return this.page.url().split("/").at(-2) ?? "";
  }

  /** The message of an empty cart, on the cart page and in the drawer. */
  get emptyCart(): Locator {
    return this.getVisible("empty-cart-message");
  }

  /** Reads the machine-readable number of a displayed price or count. */
  async readAmount(testId: string): Promise<number> {
    return Number(await this.getVisible(testId).getAttribute("data-value"));
  }
}
