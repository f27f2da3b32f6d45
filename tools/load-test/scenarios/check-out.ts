import type { Random } from "../../../e2e/support/random";
import type { VisitedPage } from "../check-response";
import type { Shopper } from "../shopper";
import { checkState, failScenario, open, submitForm, type Actor } from "../visit";
import { addToCart } from "./cart";

type Step = { form: string; fields: Record<string, string> };

/** Of both, the first choice is taken. */
const STEPS = [
  { form: "delivery", field: "optionId" },
  { form: "payment", field: "providerId" },
] as const;

/** Buys what is in the cart, or one item. */
export async function checkOut(actor: Actor, random: Random): Promise<void> {
  const { cart } = actor.shopper.ownerOf(actor.browser);
  if (cart.isEmpty) await addToCart(actor, random);
  if (cart.isEmpty) return;
  let page = await saveAddress(actor);
  for (const { form, field } of STEPS) {
    const first = page.root.querySelector(`input[name="${field}"]`)?.getAttribute("value") ?? "";
    page = await submitStep(actor, page, { form, fields: { [field]: first } });
  }
  await placeOrder(actor, page, random);
}

async function saveAddress(actor: Actor): Promise<VisitedPage> {
  const page = await open(actor, "/us/checkout?step=address");
  const { firstName, lastName, email, canary } = actor.shopper.ownerOf(actor.browser).identity;
  const city = { city: "New York", province: "NY", postalCode: "10118" };
  const address = Object.entries({ firstName, lastName, address1: `1 ${canary} Street`, ...city });
  const fields = Object.fromEntries(address.map(([name, text]) => [`shipping.${name}`, text]));
  const saved: Step["fields"] = page.hasField("savedAddress") ? { savedAddress: "new" } : {};
  return submitStep(actor, page, { form: "address", fields: { email, ...fields, ...saved } });
}

async function submitStep(actor: Actor, page: VisitedPage, step: Step): Promise<VisitedPage> {
  const led = await submitForm(actor, page, step);
  if (led && !led.refusal) return led;
  throw failScenario(actor.shopper, `${step.form}: ${led?.refusal}`);
}

/** Now and then the response is dropped, and the order is placed again. */
async function placeOrder(actor: Actor, page: VisitedPage, random: Random): Promise<void> {
  const { shopper, browser } = actor;
  const settle = shopper.beginOrder(browser);
  if (random.below(4) === 0) await submitForm(actor, page, { form: "order", abort: "before-body" });
  const led = await submitForm(actor, page, { form: "order" });
  const [, id] = /^\/us\/order\/(\w+)\/confirmed$/u.exec(led?.path ?? "") ?? [];
  if (!id) requireOutOfStock(shopper, led);
  settle(performance.now(), id);
  if (!id) return;
  shopper.context.stats.addEvent("orders placed");
  await checkState(actor);
}

/** Another shopper may have bought the last one; any other refusal is an error. */
function requireOutOfStock(shopper: Shopper, led: VisitedPage | null): void {
  const text = led?.find("manual-payment-error-message")?.text;
  if (!/left|sold out|enough/iu.test(text ?? ""))
    throw failScenario(shopper, `the order led to ${led?.path}: ${text}`);
  shopper.context.stats.addEvent("refused: out of stock");
}
