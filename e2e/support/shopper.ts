import { expect, type Page } from "@playwright/test";
import { Guest } from "./guest";
import type { Identity } from "./identity";

/** What a shopper with an account does in one tab: everything a guest does, and more. */
export class Shopper extends Guest {
  /** A guest who is to have an account, in the same tab. */
  static of(guest: Guest): Shopper {
    return new Shopper(guest.page, guest.identity, guest);
  }

  override inPage(page: Page): Shopper {
    return new Shopper(page, this.identity, this);
  }

  /** The same tab, in which something else is typed at sign-in from now on. */
  with(changes: Partial<Identity>): Shopper {
    return new Shopper(this.page, { ...this.identity, ...changes }, this);
  }

  /** Makes the account, by its form. The browser is signed in then. */
  async register(): Promise<void> {
    await this.page.goto("/us/register");
    await this.field("First name").fill(this.identity.firstName);
    await this.field("Last name").fill(this.identity.lastName);
    await this.field("E-mail").fill(this.identity.email);
    await this.passwordField.fill(this.identity.password);
    await this.page.getByRole("button", { name: "Make my account" }).click();
    await this.waitForAccount();
  }

  /** @param path a page that has the form for it, such as `/us/login?next=/us/cart`; null for the page that is open */
  async signIn(path: string | null = "/us/login"): Promise<void> {
    if (path) await this.page.goto(path);
    await this.field("E-mail").fill(this.identity.email);
    await this.passwordField.fill(this.identity.password);
    await this.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
    if (path === "/us/login") await this.waitForAccount();
  }

  /** Opens the account, which is there for whoever is signed in. */
  async openAccount(): Promise<void> {
    await this.page.goto("/us/account");
    await this.expectSignedIn();
  }

  async signOut(): Promise<void> {
    await this.page.goto("/us/account");
    await this.page.getByRole("button", { name: "Sign out", exact: true }).click();
    await expect(this.page).toHaveURL("/us");
  }

  /** Sends the form for it; what comes of that is the caller's to expect. */
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

  /** The overview names its owner. */
  async expectSignedIn(): Promise<void> {
    await expect(this.getVisible("customer-email")).toHaveText(this.identity.email);
  }

  /** In the header; it names who is here. */
  get accountLink() {
    return this.page.getByRole("banner").getByRole("link", { name: /^Account/ });
  }

  get passwordField() {
    return this.page.getByLabel("Password", { exact: true });
  }
}
