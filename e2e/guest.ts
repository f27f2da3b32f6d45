import { expect, type Locator, type Page } from "@playwright/test";
import type { TypedAddress } from "./addresses";

export type Choice = { country?: string; handle: string; options?: Record<string, string> };

/** A thing that every country sells and nobody buys out. */
export const SCARF: Choice = { handle: "attendants-scarf", options: { Colour: "Oat" } };

const FARTHEST_TAB_STOP = 80;

/** What a shopper without an account does in one tab, by the names that things have on the page. */
export class Guest {
  readonly page: Page;
  readonly cartLink: Locator;
  readonly drawer: Locator;
  readonly placeOrderButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.cartLink = page.getByRole("banner").getByRole("link", { name: /^Cart/ });
    this.drawer = page.getByRole("dialog", { name: "Your cart" });
    this.placeOrderButton = page.getByRole("button", { name: /^Place order/ });
  }

  async open({ country = "us", handle, options = {} }: Choice): Promise<void> {
    await this.page.goto(`/${country}/products/${handle}`);
    for (const value of Object.values(options)) await this.choose(value);
  }

  async choose(value: string): Promise<void> {
    await this.page.getByRole("radio", { name: value }).check();
  }

  /** Puts it into the cart and waits until the server has it. */
  async add(choice: Choice = SCARF): Promise<void> {
    await this.open(choice);
    await this.page.getByRole("button", { name: "Add to cart" }).click();
    await this.settle();
  }

  /** Until the drawer shows nothing that the server has not confirmed. */
  async settle(): Promise<void> {
    const subtotal = this.drawer.getByTestId("cart-subtotal");
    await expect(subtotal).toBeVisible();
    await expect(subtotal).not.toHaveAttribute("aria-busy");
  }

  async fillAddress({ texts, choices }: TypedAddress, email: string): Promise<void> {
    await this.field("E-mail").fill(email);
    for (const [label, text] of Object.entries(texts)) await this.field(label).fill(text);
    for (const [label, choice] of Object.entries(choices))
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
    for (let presses = 0; presses < FARTHEST_TAB_STOP && !(await hasFocus()); presses += 1)
      await this.page.keyboard.press(key);
    await expect(target).toBeFocused();
  }

  /** From the cart to the last look, with the delivery and the payment that are offered first. */
  async goToReview(address: TypedAddress, email: string): Promise<void> {
    await this.page.goto(`/${address.country}/checkout`);
    await this.fillAddress(address, email);
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

  /** A number that the page shows: prices and counts carry theirs, whatever the currency's way of writing it. */
  async readAmount(testId: string): Promise<number> {
    return Number(await this.page.getByTestId(testId).getAttribute("data-value"));
  }
}
