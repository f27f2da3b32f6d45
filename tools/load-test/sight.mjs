// @ts-check

/**
 * @typedef {import("node-html-parser").HTMLElement} Element
 * @typedef {import("./basket.mjs").Lines} Lines
 * @typedef {{
 *   shown?: string | null,
 *   isInside?: boolean,
 *   lines?: Lines,
 *   orders?: string[],
 *   ended?: string,
 *   isOut?: boolean,
 * }} Sight what an answer says: who is signed in (null: nobody), whether it is a page of an account, what is in the cart, which orders there are, why a
 *   session is over, and whether the page only says that the shop is out of order; undefined: it does not say
 * @typedef {{ customer: { firstName: string } | null, cart: { lines: CartLine[] } | null, ended?: string }} Shopper
 * @typedef {{ handle: string, variant: string, quantity: number }} CartLine
 */

/** How Medusa names a variant where there was nothing to choose; the shop leaves it out. */
const NO_CHOICE = /^(?:one size|default(?: variant| option value| title)?)$/iu;

/**
 * The name of a thing, the same wherever it is shown.
 * @param {string} handle
 * @param {string} variant as Medusa writes it ("A4 / Oak"), or as the shop does ("A4, Oak")
 */
export function nameThing(handle, variant) {
  const values = variant.split(/ \/ |, /u).filter((value) => value && !NO_CHOICE.test(value));
  return `${handle} (${values.join(", ")})`;
}

/**
 * What `GET /api/shopper` says.
 * @param {string} body
 * @returns {Sight}
 */
export function readShopper(body) {
  const { customer, cart, ended } = /** @type {Shopper} */ (JSON.parse(body));
  const lines = (cart?.lines ?? []).map(
    ({ handle, variant, quantity }) => /** @type {const} */ ([nameThing(handle, variant), quantity]),
  );
  return { shown: customer?.firstName ?? null, lines: new Map(lines), ...(ended ? { ended } : {}) };
}

/**
 * What a page says.
 * @param {Element} page
 * @returns {Sight}
 */
export function readPage(page) {
  const byId = (/** @type {string} */ id) => page.querySelector(`[data-testid="${id}"]`);
  if (byId("error-message")) return { isOut: true };
  /** @type {Sight} */
  const sight = {};
  const email = byId("customer-email")?.getAttribute("data-value");
  if (email) sight.shown = email;
  else if (byId("login-page")) sight.shown = null;
  if (byId("cart-container")) sight.lines = readLines(page);
  if (byId("account-page")) Object.assign(sight, { isInside: true, orders: listOrders(page) });
  return sight;
}

/**
 * @param {Element} page
 * @returns {Lines}
 */
function readLines(page) {
  return new Map(
    listRows(page).map((row) => {
      const quantity = row.querySelector("select option[selected]")?.textContent ?? "0";
      return [nameRow(row), Number(quantity)];
    }),
  );
}

/** The lines of the cart's page. @param {Element} page */
export function listRows(page) {
  return page.querySelectorAll('[data-testid="items-table"] [data-testid="product-row"]');
}

/** The name of the thing on a line. @param {Element} row */
export function nameRow(row) {
  const link = row.querySelector('[data-testid="product-title"]')?.getAttribute("href") ?? "";
  const variant = row.querySelector('[data-testid="product-variant"]')?.textContent ?? "";
  return nameThing(link.split("/").at(-1) ?? "", variant.replace(/^Variant:\s*/u, ""));
}

/** @param {Element} page */
function listOrders(page) {
  const links = page.querySelectorAll('[data-testid="order-details-link"]');
  return links.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? "");
}

/** A line of the cart as the router's payload has it. */
const LINE =
  /"handle":"([^"]+)","title":"(?:[^"\\]|\\.)*","variant":"([^"]*)","pictureUrl":[^,]*,"quantity":(\d+)/gu;

/**
 * What a payload of the router's says, where a page's elements are written as data.
 * @param {string} payload
 * @returns {Sight}
 */
export function readPayload(payload) {
  /** @type {Sight} */
  const sight = {};
  const [, email] = /"data-testid":"customer-email","data-value":"([^"]+)"/u.exec(payload) ?? [];
  if (email) sight.shown = email;
  else if (payload.includes('"data-testid":"login-page"')) sight.shown = null;
  if (payload.includes('"data-testid":"account-page"')) sight.isInside = true;
  if (payload.includes('{"initial":')) sight.lines = readPayloadLines(payload);
  return sight;
}

/**
 * @param {string} payload
 * @returns {Lines}
 */
function readPayloadLines(payload) {
  const lines = Array.from(payload.matchAll(LINE), ([, handle = "", variant = "", quantity]) => {
    return /** @type {const} */ ([nameThing(handle, variant), Number(quantity)]);
  });
  return new Map(lines);
}
