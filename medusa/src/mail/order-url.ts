import { hashEmail, ORDER_LINK_DAYS, sealOrderLink } from "../order-links/seal";
import { findMarket } from "./markets";
import type { MailOrder } from "./order";

const DAY_MS = 86_400_000;

/** A link to an order's page that needs no account. `until`: its end, as a date for people. */
export interface OrderUrl {
  url: string;
  until: string;
}

type Shop = { storefrontUrl: string; secret: string };

/** Creates a link for the address that the order was placed with. */
export function createOrderUrl(order: MailOrder, { storefrontUrl, secret }: Shop): OrderUrl {
  const until = Date.now() + ORDER_LINK_DAYS * DAY_MS;
  const token = sealOrderLink({ order: order.id, email: hashEmail(order.email ?? ""), until }, secret);
  const market = findMarket(order.shipping_address?.country_code, order.currency_code);
  const url = new URL(`/${market}/order/linked`, storefrontUrl);
  url.searchParams.set("token", token);
  const date = new Date(until).toLocaleDateString("en-GB", { dateStyle: "long", timeZone: "UTC" });
  return { url: url.href, until: date };
}
