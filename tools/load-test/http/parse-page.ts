import type { HTMLElement } from "node-html-parser";
import type { CartLines } from "../model/expected-cart";

/** What a response says; undefined: it does not say. */
export type Observation = {
  /** The first name or e-mail address of the customer who is signed in; null for a guest. */
  customer?: string | null;
  isAccountPage?: boolean;
  lines?: CartLines;
  orders?: string[];
  /** Why a session is over. */
  endReason?: string;
  /** The page only says that the shop is out of order. */
  isOutage?: boolean;
};

type ShopperState = {
  customer: { firstName: string } | null;
  cart: { lines: { handle: string; variant: string; quantity: number }[] } | null;
  ended?: string;
};

/** Medusa's title of a variant where there was nothing to choose; the shop leaves it out. */
const NO_CHOICE = /^(?:one size|default(?: variant| option value| title)?)$/iu;

/** The name of an item, the same for Medusa's spelling of a variant ("A4 / Oak") and the shop's ("A4, Oak"). */
export function itemName(handle: string, variant: string): string {
  const values = variant.split(/ \/ |, /u).filter((value) => value && !NO_CHOICE.test(value));
  return `${handle} (${values.join(", ")})`;
}

/** Parses the response of `GET /api/shopper`. */
export function parseShopperState(body: string): Observation {
  const { customer, cart, ended } = JSON.parse(body) as ShopperState;
  const lines = (cart?.lines ?? []).map(
    ({ handle, variant, quantity }) => [itemName(handle, variant), quantity] as const,
  );
  return {
    customer: customer?.firstName ?? null,
    lines: new Map(lines),
    ...(ended ? { endReason: ended } : {}),
  };
}

export function parsePage(page: HTMLElement): Observation {
  const byTestId = (id: string) => page.querySelector(`[data-testid="${id}"]`);
  if (byTestId("error-message")) return { isOutage: true };
  const observation: Observation = {};
  const email = byTestId("customer-email")?.getAttribute("data-value");
  if (email) observation.customer = email;
  else if (byTestId("login-page")) observation.customer = null;
  if (byTestId("cart-container")) observation.lines = readLines(page);
  if (byTestId("account-page")) Object.assign(observation, { isAccountPage: true, orders: readOrders(page) });
  return observation;
}

function readLines(page: HTMLElement): CartLines {
  return new Map(
    listCartRows(page).map((row) => {
      const quantity = row.querySelector("select option[selected]")?.textContent ?? "0";
      return [rowItemName(row), Number(quantity)];
    }),
  );
}

/** The lines of the cart's page. */
export function listCartRows(page: HTMLElement): HTMLElement[] {
  return page.querySelectorAll('[data-testid="items-table"] [data-testid="product-row"]');
}

/** The name of a line's item. */
export function rowItemName(row: HTMLElement): string {
  const link = row.querySelector('[data-testid="product-title"]')?.getAttribute("href") ?? "";
  const variant = row.querySelector('[data-testid="product-variant"]')?.textContent ?? "";
  return itemName(link.split("/").at(-1) ?? "", variant.replace(/^Variant:\s*/u, ""));
}

function readOrders(page: HTMLElement): string[] {
  const links = page.querySelectorAll('[data-testid="order-details-link"]');
  return links.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? "");
}

/** A line of the cart in the router's payload. */
const PAYLOAD_LINE =
  /"handle":"([^"]+)","title":"(?:[^"\\]|\\.)*","variant":"([^"]*)","pictureUrl":[^,]*,"quantity":(\d+)/gu;

/** Parses the router's payload, in which a page's elements are data. */
export function parsePayload(payload: string): Observation {
  const observation: Observation = {};
  const [, email] = /"data-testid":"customer-email","data-value":"([^"]+)"/u.exec(payload) ?? [];
  if (email) observation.customer = email;
  else if (payload.includes('"data-testid":"login-page"')) observation.customer = null;
  if (payload.includes('"data-testid":"account-page"')) observation.isAccountPage = true;
  if (payload.includes('{"initial":')) observation.lines = readPayloadLines(payload);
  return observation;
}

function readPayloadLines(payload: string): CartLines {
  const lines = Array.from(
    payload.matchAll(PAYLOAD_LINE),
    ([, handle = "", variant = "", quantity]) => [itemName(handle, variant), Number(quantity)] as const,
  );
  return new Map(lines);
}
