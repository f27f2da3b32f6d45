import type { HTMLElement } from "node-html-parser";
import type { HttpShopper } from "./http-shopper";
import type { Page } from "./page";
import { isEqual, pageLabel } from "./page-rules";

/** "late": the day ended before the checkout did. */
export type Outcome = "ordered" | "empty" | "stuck" | "late";

/** More than any checkout takes: four steps, and as many corrections. */
const MAX_STEPS = 24;
/** After showing the same message more often than this, a page counts as a dead end. */
const MAX_REPEATS = 3;
const CONFIRMED = /^\/[a-z]{2}\/order\/(\w+)\/confirmed$/u;
/** Texts of cart lines that cannot be bought as they are. */
const UNSELLABLE =
  /sold out|please remove|choose fewer|no longer|not for sale|cannot be (bought|delivered)|not sold/iu;

const ADDRESSES = {
  us: { city: "New York", province: "NY", postalCode: "10118" },
  gb: { city: "London", province: "", postalCode: "WC2E 7AH" },
  de: { city: "Berlin", province: "", postalCode: "10115" },
  jp: { city: "Tokyo", province: "Tokyo", postalCode: "100-0001" },
};

/** Goes through the checkout, following the way out that each refusal names, until the cart is ordered or empty. */
export async function checkOut(shopper: HttpShopper): Promise<Outcome> {
  let page = await shopper.open("/checkout");
  const alertCounts = new Map<string, number>();
  for (let step = 0; step < MAX_STEPS; step += 1) {
    if (CONFIRMED.test(page.path)) return "ordered";
    if (page.find("empty-cart-message")) return "empty";
    if (Date.now() > shopper.day.endsAt) return "late";
    const times = page.alerts.map(({ text }) => (alertCounts.get(text) ?? 0) + 1);
    for (const [index, { text }] of page.alerts.entries()) alertCounts.set(text, times[index] ?? 1);
    if (Math.max(0, ...times) > MAX_REPEATS) return "stuck";
    // Follows the link of a message once only: it may still be shown after its cause has been corrected.
    const next =
      (times.includes(1) && (await followAlertLink(shopper, page))) || (await submitNextForm(shopper, page));
    if (!next) return "stuck";
    page = next;
  }
  return "stuck";
}

/** Submits the form of the current step. */
async function submitNextForm(shopper: HttpShopper, page: Page): Promise<Page | null> {
  if (page.hasForm("order")) return placeOrder(shopper, page);
  if (page.hasForm("address")) return shopper.send(page, "address", fillAddress(shopper, page));
  if (page.hasForm("delivery")) return shopper.send(page, "delivery", chooseDelivery(shopper, page));
  if (page.hasForm("payment")) return shopper.send(page, "payment", chooseFirst(page, "payment"));
  // The page of a cart that belongs to another country.
  if (page.hasForm("bring-cart")) return shopper.send(page, "bring-cart");
  return page.rows.length > 0 ? removeUnsellableLine(shopper, page) : followLink(shopper, page, page.root);
}

/** Removes a line that cannot be bought; without one, goes on to the checkout. */
async function removeUnsellableLine(shopper: HttpShopper, page: Page): Promise<Page | null> {
  const unsellable = page.rows.find(({ notice }) => UNSELLABLE.test(notice));
  if (unsellable) return shopper.send(page, `remove ${unsellable.lineId}`);
  return page.find("checkout-button") ? shopper.open("/checkout") : null;
}

async function followAlertLink(shopper: HttpShopper, page: Page): Promise<Page | null> {
  for (const alert of page.alerts) {
    const nextPage = await followLink(shopper, page, alert);
    if (nextPage) return nextPage;
  }
  return null;
}

/** Follows the first link to the cart or checkout that leads to another page. */
async function followLink(shopper: HttpShopper, page: Page, element: HTMLElement): Promise<Page | null> {
  const links = element.querySelectorAll("a[href]").filter((link) => !link.closest("header, footer"));
  const hrefs = links.map((link) => link.getAttribute("href") ?? "");
  const href = hrefs.find((each) => /^\/[a-z]{2}\/(cart|checkout)/u.test(each) && each !== page.path);
  return href ? shopper.visit(href) : null;
}

/** Places the order and compares it with what the review showed. */
async function placeOrder(shopper: HttpShopper, page: Page): Promise<Page> {
  const { day, identity, isSignedIn, country } = shopper;
  const reviewedTotal = page.totals?.total ?? Number.NaN;
  const pressedAt = Date.now();
  // Ordering reduces the stock of these products, and their pages have five seconds to show that.
  const ordered = day.model.products.filter(({ word }) => page.html.includes(word));
  const nextPage = await day.model.change(ordered, () => shopper.send(page, "order"));
  const [, id] = CONFIRMED.exec(nextPage.path) ?? [];
  if (!id) {
    day.log.count("orders refused");
    return nextPage;
  }
  day.log.count("orders");
  shopper.orders.push({ id, country, total: reviewedTotal, isCustomers: isSignedIn });
  const { order } = await day.admin.get<{ order: StoredOrder }>(`/orders/${id}?fields=${ORDER_FIELDS}`);
  checkOrder(shopper, {
    order,
    reviewedTotal,
    confirmedTotal: nextPage.totals?.total ?? Number.NaN,
    pressedAt,
  });
  if (order.email !== identity.email)
    shopper.reportFault("orders are their shoppers'", `${pageLabel(page)}: the order is ${order.email}'s`);
  return nextPage;
}

const ORDER_FIELDS = "+email,+total,+currency_code,*items";

type StoredOrder = {
  email: string;
  total: number;
  items: { variant_id: string | null; product_handle: string }[];
};

type OrderCheck = { order: StoredOrder; reviewedTotal: number; confirmedTotal: number; pressedAt: number };

function checkOrder(
  shopper: HttpShopper,
  { order, reviewedTotal, confirmedTotal, pressedAt }: OrderCheck,
): void {
  const { model } = shopper.day;
  if (!isEqual(order.total, reviewedTotal) || !isEqual(confirmedTotal, reviewedTotal))
    shopper.reportFault(
      "what was shown is charged",
      `agreed to ${reviewedTotal}, charged ${order.total}, confirmed ${confirmedTotal}`,
    );
  const products = [...model.products, ...model.deletedProducts];
  const variants = new Map([
    ...products.flatMap((product) =>
      product.variants.map(({ id, withdrawnAt }) => [id, product.withdrawnAt ?? withdrawnAt] as const),
    ),
    ...model.deletedVariants.map(({ id, withdrawnAt }) => [id, withdrawnAt] as const),
  ]);
  for (const { variant_id, product_handle } of order.items)
    if (model.mustBeWithdrawn(variants.get(variant_id ?? "") ?? null, pressedAt))
      shopper.reportFault(
        "nothing withdrawn is sold",
        `an order was made of ${product_handle.replace(/day\w+/u, "…")}`,
      );
}

function fillAddress({ identity, country, isSignedIn }: HttpShopper, page: Page): Record<string, string> {
  const { firstName, lastName, email, canary } = identity;
  const home = { firstName, lastName, address1: `1 Hook Lane ${canary}`, ...ADDRESSES[country], country };
  const fields = Object.entries(home).map(([name, text]) => [`shipping.${name}`, text]);
  const isSaved = isSignedIn && page.root.querySelector('input[name="savedAddress"]') !== null;
  return {
    email,
    sameAsBilling: "on",
    ...Object.fromEntries(fields),
    ...(isSaved ? { savedAddress: "new" } : {}),
  };
}

/** Chooses another shipping option at each order, in every group of the form. */
function chooseDelivery({ day, orders }: HttpShopper, page: Page): Record<string, string> {
  const radios = listRadios(page, "delivery");
  const names = [...new Set(radios.map(fieldName))];
  const chosen = names.map((name) => {
    const values = radios.filter((radio) => fieldName(radio) === name).map(fieldValue);
    return [name, values[(orders.length + 1) % values.length] ?? ""] as const;
  });
  const ids = new Set<string>(chosen.map(([, value]) => value));
  for (const delivery of day.model.deliveries) if (ids.has(delivery.id)) day.model.inUse.add(delivery);
  return Object.fromEntries(chosen);
}

/** Chooses the first option if none is preselected. */
function chooseFirst(page: Page, form: string): Record<string, string> {
  const radios = listRadios(page, form);
  const [first] = radios;
  if (!first || radios.some((radio) => radio.hasAttribute("checked"))) return {};
  return { [fieldName(first)]: fieldValue(first) };
}

function listRadios(page: Page, form: string): HTMLElement[] {
  const marker = page.root.querySelector(`input[name="form"][value="${form}"]`);
  return marker?.closest("form")?.querySelectorAll("input[type=radio]") ?? [];
}

function fieldName(field: HTMLElement): string {
  return field.getAttribute("name") ?? "";
}

function fieldValue(field: HTMLElement): string {
  return field.getAttribute("value") ?? "";
}
