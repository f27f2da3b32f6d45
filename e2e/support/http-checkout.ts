import type { PageResponse, HttpBrowser } from "./http-browser";

/** A German address, by field name. */
const GERMAN = {
  "shipping.firstName": "Ada",
  "shipping.lastName": "Lovelace",
  "shipping.address1": "Invalidenstraße 43",
  "shipping.postalCode": "10115",
  "shipping.city": "Berlin",
  "shipping.country": "de",
  sameAsBilling: "on",
};

/** Adds a product to the cart from its page. */
export function addToCart(
  browser: HttpBrowser,
  { handle, colour = "Ink", country = "de" }: { handle: string; colour?: string; country?: string },
): Promise<PageResponse> {
  const typed = { "option:Colour": colour, then: "cart" };
  return browser.submit(`/${country}/products/${handle}`, "handle", typed);
}

/** Submits the address step with a German address. */
export function submitAddress(browser: HttpBrowser, email: string): Promise<PageResponse> {
  return browser.submit("/de/checkout?step=address", "address", { ...GERMAN, email });
}

/**
 * Submits address, delivery and payment with their defaults.
 * @returns the review
 */
export async function goToReview(browser: HttpBrowser, email: string): Promise<PageResponse> {
  let page = await submitAddress(browser, email);
  for (const form of ["delivery", "payment"])
    if (page.html.includes(`value="${form}"`)) page = await browser.submit(page.location ?? "", form, {});
  return page;
}

/**
 * Submits the review.
 * @returns the confirmation, or the page with the refusal
 */
export function placeOrder(browser: HttpBrowser): Promise<PageResponse> {
  return browser.submit("/de/checkout?step=review", "order", {});
}

/** The text of a page, without markup and scripts. */
export function readText({ html }: PageResponse): string {
  return html
    .replace(/<script[\s\S]*?<\/script>/g, " ")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}
