import { addLines, itemName, type CartLines, type CartModel } from "../../../e2e/model/cart";
import type { Random } from "../../../e2e/support/random";
import type { VisitedPage } from "../check-response";
import { checkState, failScenario, open, submitForm, type Actor } from "../visit";

/** Merging adds up the carts of a customer's browsers; this is far below the stock, so that it is never capped. */
const MAX_QUANTITY = 4;

export async function addToCart(actor: Actor, random: Random): Promise<void> {
  const { lines } = cartOf(actor);
  const item = random.pick(actor.shopper.context.catalog);
  if ((lines.get(item.name) ?? 0) >= MAX_QUANTITY) return;
  const page = await open(actor, `/us/products/${item.handle}`);
  const options = Object.entries(item.options).map(([title, value]) => [`option:${title}`, value]);
  const submission = { form: "handle", fields: Object.fromEntries(options) };
  await changeLines(actor, addLines(lines, [[item.name, 1]]), () => submitForm(actor, page, submission));
}

export async function changeQuantity(actor: Actor, random: Random): Promise<void> {
  const row = await pickRow(actor, random);
  if (!row) return addToCart(actor, random);
  const quantity = 1 + random.below(MAX_QUANTITY);
  const submission = {
    form: `quantity ${row.lineId}`,
    fields: { quantity: String(quantity) },
    // Now and then the response is dropped; the change is made all the same.
    abort: random.below(4) === 0 ? ("before-body" as const) : undefined,
  };
  const lines = new Map(cartOf(actor).lines).set(row.name, quantity);
  await changeLines(actor, lines, () => submitForm(actor, row.page, submission));
}

export async function removeLine(actor: Actor, random: Random): Promise<void> {
  const row = await pickRow(actor, random);
  if (!row) return;
  const submission = { form: `remove ${row.lineId}` };
  const lines = new Map(cartOf(actor).lines).set(row.name, 0);
  await changeLines(actor, lines, () => submitForm(actor, row.page, submission));
}

/** Makes a change and expects `lines` afterwards. When it fails, the cart's contents stay unknown. */
async function changeLines(actor: Actor, lines: CartLines, submit: () => Promise<VisitedPage | null>) {
  const { shopper } = actor;
  const settle = cartOf(actor).beginChange();
  const refusal = (await submit())?.find("product-error-message")?.text;
  if (refusal && !/left|sold out/iu.test(refusal)) throw failScenario(shopper, `refused: ${refusal}`);
  settle(performance.now(), refusal ? undefined : lines);
  if (refusal) shopper.context.stats.addEvent("refused: out of stock");
  await checkState(actor);
}

function cartOf({ shopper, browser }: Actor): CartModel {
  return shopper.ownerOf(browser).cart;
}

async function pickRow(actor: Actor, random: Random) {
  const page = await open(actor, "/us/cart");
  if (page.rows.length === 0) return null;
  const { handle, variant, lineId } = random.pick(page.rows);
  return { page, name: itemName(handle, variant), lineId };
}
