import { expect, type Page } from "@playwright/test";
import type { TestAddress } from "./addresses";
import { Guest } from "./guest";
import type { Identity } from "./identity";
import { SESSION_COOKIE } from "./session-cookies";
import { submitUnrendered } from "./unrendered-form";

/** Page object of a shopper with an account, in one tab. */
export class Shopper extends Guest {
  /** Turns a guest into a shopper in the same tab; does not register. */
  static of(guest: Guest): Shopper {
    return new Shopper(guest.page, guest.identity, guest);
  }

  override inPage(page: Page): Shopper {
    return new Shopper(page, this.identity, this);
  }

  /** The same tab with other personal data for the forms to come. */
  with(changes: Partial<Identity>): Shopper {
    return new Shopper(this.page, { ...this.identity, ...changes }, this);
  }

  /** Registers by the form, which signs the browser in. */
  async register(): Promise<void> {
    await this.page.goto("/us/register");
    await this.field("First name").fill(this.identity.firstName);
    await this.field("Last name").fill(this.identity.lastName);
    await this.field("E-mail").fill(this.identity.email);
    await this.passwordField.fill(this.identity.password);
    await this.page.getByRole("button", { name: "Create account" }).click();
    await this.waitForAccount();
  }

  /**
   * Registers without rendering the form. The browser is signed in afterwards.
   * @throws Error when no session is started
   */
  async registerUnrendered(): Promise<void> {
    const { firstName, lastName, email, password } = this.identity;
    const named = { firstName, lastName, email, password };
    await submitUnrendered(this.page, { path: "/us/register", form: "register", named });
    await this.#requireSession();
  }

  /**
   * Signs in without rendering the form.
   * @throws Error when no session is started
   */
  async signInUnrendered(): Promise<void> {
    const { email, password } = this.identity;
    await submitUnrendered(this.page, { path: "/us/login", form: "sign-in", named: { email, password } });
    await this.#requireSession();
  }

  async #requireSession(): Promise<void> {
    const cookies = await this.context.cookies();
    if (!cookies.some(({ name }) => name === SESSION_COOKIE))
      throw new Error(`${this.identity.email} is not signed in.`);
  }

  /** @param path of a page with the sign-in form, such as `/us/login?next=/us/cart`; null for the open page */
  async signIn(path: string | null = "/us/login"): Promise<void> {
    if (path) await this.page.goto(path);
    await this.field("E-mail").fill(this.identity.email);
    await this.passwordField.fill(this.identity.password);
    await this.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    if (path === "/us/login") await this.waitForAccount();
  }

  /** Opens the account page and expects to be signed in. */
  async openAccount(): Promise<void> {
    await this.page.goto("/us/account");
    await this.expectSignedIn();
  }

  /** Saves an address in the address book by its form. */
  async saveAddress(address: TestAddress): Promise<void> {
    await this.page.goto("/us/account/addresses?edit=new");
    await this.fillAddress(address);
    await this.page.getByRole("button", { name: "Save address" }).click();
    await expect(this.page).toHaveURL("/us/account/addresses");
  }

  async signOut(): Promise<void> {
    await this.page.goto("/us/account");
    await this.page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(this.page).toHaveURL("/us");
  }

  /** Submits the form; the caller checks the result. */
  async changePassword(newPassword: string): Promise<void> {
    await this.page.goto("/us/account/profile");
    const form = this.page.getByRole("region", { name: "Password" });
    await form.getByLabel("Current password").fill(this.identity.password);
    await form.getByLabel("New password").fill(newPassword);
    await form.getByRole("button", { name: "Save password" }).click();
  }

  async waitForAccount(): Promise<void> {
    await expect(this.page).toHaveURL(/\/us\/account$/);
    await this.expectSignedIn();
  }

  /** Expects the account page to name its owner. */
  async expectSignedIn(): Promise<void> {
    await expect(this.getVisible("customer-email")).toHaveText(this.identity.email);
  }

  /** The header's link, which names the account's owner. */
  get accountLink() {
    return this.page.getByRole("banner").getByRole("link", { name: /^Account/ });
  }

  get passwordField() {
    return this.page.getByLabel("Password", { exact: true });
  }
}
