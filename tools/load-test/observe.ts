import type { Page } from "../../e2e/day/page";
import { linesOf } from "../../e2e/model/cart";
import type { Observation } from "../../e2e/model/observation";

export function observePage(page: Page): Observation {
  if (page.find("error-message")) return { isOutage: true };
  const observation: Observation = {};
  const email = page.find("customer-email")?.getAttribute("data-value");
  if (email) observation.customer = email;
  else if (page.find("login-page")) observation.customer = null;
  if (page.find("cart-container")) observation.lines = linesOf(page.rows);
  if (page.find("account-page")) {
    observation.isAccountPage = true;
    const links = page.findAll("order-details-link");
    observation.orders = links.map((link) => link.getAttribute("href")?.split("/").at(-1) ?? "");
  }
  return observation;
}

/** A line of the cart in the router's payload. */
const PAYLOAD_LINE =
  /"handle":"(?<handle>[^"]+)","title":"(?:[^"\\]|\\.)*","variant":"(?<variant>[^"]*)","pictureUrl":[^,]*,"quantity":(?<quantity>\d+)/gu;

/** Of the router's payload, in which a page's elements are data. */
export function observePayload(payload: string): Observation {
  const observation: Observation = {};
  const [, email] = /"data-testid":"customer-email","data-value":"([^"]+)"/u.exec(payload) ?? [];
  if (email) observation.customer = email;
  else if (payload.includes('"data-testid":"login-page"')) observation.customer = null;
  if (payload.includes('"data-testid":"account-page"')) observation.isAccountPage = true;
  if (payload.includes('{"initial":')) {
    const lines = Array.from(payload.matchAll(PAYLOAD_LINE), ({ groups }) => groups ?? {});
    observation.lines = linesOf(
      lines.map(({ handle = "", variant = "", quantity }) => ({
        handle,
        variant,
        quantity: Number(quantity),
      })),
    );
  }
  return observation;
}
