import type { HTMLElement } from "node-html-parser";
import { itemName, type CartLines } from "../../../e2e/model/cart";
import type { Observation } from "../../../e2e/model/observation";

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
