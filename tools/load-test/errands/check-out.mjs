// @ts-check
import { describeLines } from "../basket.mjs";
import { inventIdentity } from "../shopper.mjs";
import { visit, WHO_IS_HERE } from "../visit.mjs";
import { addOne, basketOf, holderOf } from "./cart.mjs";
import { open, post, stuck } from "./posting.mjs";

/**
 * @typedef {import("../dice.mjs").Dice} Dice
 * @typedef {import("../form.mjs").Fields} Fields
 * @typedef {import("../shopper.mjs").Shopper} Shopper
 * @typedef {import("../examination.mjs").Visit} Visit
 * @typedef {import("./cart.mjs").Who} Who
 */

const KIND = "checkout step";
/** Each as it is offered; what nothing is chosen of beforehand, the first. */
const STEPS = /** @type {const} */ ([
  { form: "delivery", field: "optionId" },
  { form: "payment", field: "providerId" },
]);

/** Buys what is in the cart, or something. @param {Shopper} shopper @param {Dice} dice */
export async function checkOut(shopper, dice) {
  const who = { shopper, device: dice.pick(shopper.devices) };
  if (basketOf(who).isEmpty) await addOne(who, dice);
  if (basketOf(who).isEmpty) return;
  let at = await saveAddress(who);
  for (const { form, field } of STEPS) {
    const first = at.page.querySelector(`input[name="${field}"]`)?.getAttribute("value") ?? "";
    at = await step(who, at, { kind: KIND, form: { name: form }, typedFields: { [field]: first } });
  }
  await placeOrder(who, at, dice);
}

/** @param {Who} who */
async function saveAddress(who) {
  const at = await open(who, "/us/checkout?step=address");
  const { firstName, lastName, email, street } = inventIdentity(holderOf(who).canary);
  const texts = {
    firstName,
    lastName,
    address1: street,
    city: "New York",
    province: "NY",
    postalCode: "10118",
  };
  const fields = Object.entries(texts).map(([name, text]) => [`shipping.${name}`, text]);
  const hasChoice = at.page.querySelector('input[name="savedAddress"]');
  const typedFields = { email, ...Object.fromEntries(fields), ...(hasChoice ? { savedAddress: "new" } : {}) };
  return step(who, at, { kind: KIND, form: { name: "address" }, typedFields });
}

/**
 * @param {Who} who
 * @param {Visit} at
 * @param {Parameters<typeof post>[2]} posting
 */
async function step(who, at, posting) {
  const led = await post(who, at, posting);
  const alert = led?.page.querySelector("form [role=alert]")?.textContent;
  if (!led || alert) throw stuck(who.shopper, `${JSON.stringify(posting.form)}: ${alert}`);
  return led;
}

/**
 * Presses the button; sometimes the answer is lost, and it is pressed again.
 * @param {Who} who
 * @param {Visit} at
 * @param {Dice} dice
 */
async function placeOrder(who, at, dice) {
  const { shopper, device } = who;
  const { basket, canary } = holderOf(who);
  const isCustomers = basket !== device.basket;
  const lines = describeLines(basket.lines);
  const posting = { kind: "place order", form: { name: "order" } };
  basket.begin();
  if (dice.below(4) === 0) await post(who, at, { ...posting, fate: "unread" });
  const led = await post(who, at, posting);
  const [, id] = /^\/us\/order\/(\w+)\/confirmed$/u.exec(led?.path ?? "") ?? [];
  if (!id) refuse(who, led);
  basket.settle(performance.now(), id ? new Map() : undefined);
  if (!id) return;
  shopper.placed.push({ id, email: inventIdentity(canary).email, isCustomers, lines });
  if (isCustomers) shopper.account?.orders.add(id);
  shopper.ground.tally.addEvent("orders placed");
  await visit(shopper, device, { path: WHO_IS_HERE });
}

/** Somebody else may have bought the last one; anything else is an error. @param {Who} who @param {Visit | null} led */
function refuse({ shopper }, led) {
  const text = led?.page.querySelector('[data-testid="manual-payment-error-message"]')?.textContent;
  if (!/left|sold out|enough/iu.test(text ?? ""))
    throw stuck(shopper, `the order led to ${led?.path}: ${text}`);
  shopper.ground.tally.addEvent("refused: out of stock");
}
