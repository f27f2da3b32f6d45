import { expect } from "@playwright/test";
import { AMERICAN } from "../../support/addresses";
import type { TestProduct } from "../../support/backend-client";
import type { Identity } from "../../support/identity";
import type { Shopper } from "../../support/shopper";
import { requireAt, type Action } from "./action";

const PATHS = ["/us", "/us/store", "/us/categories/hats", "/us/search?q=wool", "/us/cart"];

/** Data an action needs besides its own parameters. */
type ActionContext = {
  /** The products on sale, by their index in the model. */
  products: readonly TestProduct[];
  /** Name and password of the account after the action. */
  nextIdentity: Identity;
  /** Whether the account has a saved address: the first order saves one. */
  hasAddress: boolean;
};

/**
 * Performs an action in the shopper's tab and waits until the shop has confirmed it.
 * @returns the id of the order that it has placed
 */
export async function performAction(
  person: Shopper,
  action: Action,
  context: ActionContext,
): Promise<string | void> {
  const { nextIdentity, hasAddress } = context;
  const product = requireAt(context.products, action.product);
  switch (action.kind) {
    case "browse":
      await person.page.goto(requireAt(PATHS, action.page));
      return;
    case "add":
      return addToCart(person, product);
    case "change":
      return changeQuantity(person, product, action.quantity);
    case "check out":
      return checkOut(person, hasAddress);
    case "sign in":
      return person.signIn();
    case "sign out":
      return person.signOut();
    case "rename":
      return rename(person, nextIdentity.firstName);
    case "change password":
      return changePassword(person, nextIdentity.password);
  }
}

/** Closes the drawer afterwards, because it hides the account link. */
async function addToCart(person: Shopper, { handle }: TestProduct): Promise<void> {
  await person.addToCart({ handle });
  await person.page.keyboard.press("Escape");
  await expect(person.drawer).toBeHidden();
}

/** Waits for the response itself: an emptied cart shows no pending state. */
async function changeQuantity(person: Shopper, { title }: TestProduct, quantity: number): Promise<void> {
  const { page } = person;
  await page.goto("/us/cart");
  await person.waitForHydration();
  const field = page.getByRole("main").getByRole("combobox", { name: `Quantity of ${title}` });
  if ((await field.inputValue()) === String(quantity)) return;
  const responded = page.waitForResponse((response) => response.request().method() === "POST");
  const remove = page.getByRole("main").getByRole("button", { name: `Remove ${title}` });
  await (quantity === 0 ? remove.click() : field.selectOption(String(quantity)));
  await responded;
  await person.waitForCart();
}

async function checkOut(person: Shopper, hasAddress: boolean): Promise<string> {
  const { page } = person;
  if (hasAddress) {
    await page.goto("/us/checkout");
    await page.getByRole("button", { name: "Straight to the review" }).click();
  } else {
    await person.goToReview(AMERICAN);
  }
  const id = await person.placeOrder();
  await expect(person.getVisible("order-email")).toHaveText(person.identity.email);
  return id;
}

async function rename({ page }: Shopper, firstName: string): Promise<void> {
  await page.goto("/us/account/profile");
  const form = page.getByRole("region", { name: "Name" });
  await form.getByLabel("First name").fill(firstName);
  await form.getByRole("button", { name: "Save name" }).click();
  await expect(form.getByRole("status")).toHaveText("Saved.");
}

async function changePassword(person: Shopper, password: string): Promise<void> {
  await person.changePassword(password);
  await expect(person.page.getByText("Saved. Every other device has been signed out.")).toBeVisible();
}
