// @ts-check
import { withMore } from "../basket.mjs";
import { listRows, nameRow } from "../sight.mjs";
import { visit, WHO_IS_HERE } from "../visit.mjs";
import { open, post, stuck } from "./posting.mjs";

/**
 * @typedef {import("../basket.mjs").Basket} Basket
 * @typedef {import("../basket.mjs").Lines} Lines
 * @typedef {import("../device.mjs").Device} Device
 * @typedef {import("../dice.mjs").Dice} Dice
 * @typedef {import("../shopper.mjs").Shopper} Shopper
 * @typedef {import("../examination.mjs").Visit} Visit
 * @typedef {{ shopper: Shopper, device: Device }} Who
 */

const CART = "/us/cart";
/** Carts of a customer's devices add up; far below what the shop has, so that no cap is met. */
const MOST = 4;

/** The cart that this device shows. @param {Who} who */
export function basketOf(who) {
  return holderOf(who).basket;
}

/** Who acts on this device: the account, or the device as a guest. @param {Who} who */
export function holderOf({ shopper, device }) {
  return shopper.account && shopper.signedIn.includes(device) ? shopper.account : device;
}

/** @param {Shopper} shopper @param {Dice} dice */
export async function add(shopper, dice) {
  const device = dice.pick(shopper.devices);
  await addOne({ shopper, device }, dice);
}

/** @param {Who} who @param {Dice} dice */
export async function addOne(who, dice) {
  const basket = basketOf(who);
  const thing = dice.pick(who.shopper.ground.shelf);
  if ((basket.lines.get(thing.name) ?? 0) >= MOST) return;
  const product = await open(who, `/us/products/${thing.handle}`);
  const options = Object.entries(thing.options).map(([title, value]) => [`option:${title}`, value]);
  const form = { button: "add-product-button" };
  await changeLines(who, withMore(basket.lines, [[thing.name, 1]]), () =>
    post(who, product, { kind: "add to cart", form, typedFields: Object.fromEntries(options) }),
  );
}

/** @param {Shopper} shopper @param {Dice} dice */
export async function change(shopper, dice) {
  const who = { shopper, device: dice.pick(shopper.devices) };
  const row = await pickRow(who, dice);
  if (!row) return addOne(who, dice);
  const quantity = 1 + dice.below(MOST);
  const lines = new Map(basketOf(who).lines).set(row.name, quantity);
  const posting = {
    kind: "change quantity",
    form: row.quantityForm,
    typedFields: { quantity: String(quantity) },
  };
  // The answer to a change is lost now and then; the change is made.
  const fate = dice.below(4) === 0 ? /** @type {const} */ ("unread") : "read";
  await changeLines(who, lines, () => post(who, row.cart, { ...posting, fate }));
}

/** @param {Shopper} shopper @param {Dice} dice */
export async function remove(shopper, dice) {
  const who = { shopper, device: dice.pick(shopper.devices) };
  const row = await pickRow(who, dice);
  if (!row) return;
  const lines = new Map(basketOf(who).lines).set(row.name, 0);
  await changeLines(who, lines, () => post(who, row.cart, { kind: "remove line", form: row.removeForm }));
}

/**
 * Makes a change and remembers it. One that breaks off leaves it open for good what the cart holds.
 * @param {Who} who
 * @param {Lines} lines what the cart must hold when the change is made
 * @param {() => Promise<Visit | null>} make
 */
async function changeLines(who, lines, make) {
  const basket = basketOf(who);
  basket.begin();
  const led = await make();
  const refusal = led?.page.querySelector('[data-testid="product-error-message"]')?.textContent;
  if (refusal && !/left|sold out/iu.test(refusal)) throw stuck(who.shopper, `refused: ${refusal}`);
  basket.settle(performance.now(), refusal ? undefined : lines);
  if (refusal) who.shopper.ground.tally.addEvent("refused: out of stock");
  await visit(who.shopper, who.device, { path: WHO_IS_HERE });
}

/** @param {Who} who @param {Dice} dice */
async function pickRow(who, dice) {
  const cart = await open(who, CART);
  const rows = listRows(cart.page);
  if (rows.length === 0) return null;
  const row = dice.pick(rows);
  const id = row.querySelector('input[name="lineId"]')?.getAttribute("value") ?? "";
  return {
    cart,
    name: nameRow(row),
    quantityForm: { name: `quantity ${id}` },
    removeForm: { name: `remove ${id}` },
  };
}
