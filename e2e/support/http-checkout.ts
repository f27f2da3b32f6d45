import type { PageResponse, HttpBrowser } from "./http-browser";

/** An address in Germany, by the names of the form's fields. */
const GERMAN = {
  "shipping.firstName": "Ada",
  "shipping.lastName": "Lovelace",
  "shipping.address1": "Invalidenstraße 43",
  "shipping.postalCode": "10115",
  "shipping.city": "Berlin",
  "shipping.country": "de",
  sameAsBilling: "on",
};

/** Puts something into the cart from its page. */
export function addToCart(
  browser: HttpBrowser,
  { handle, colour = "Ink", country = "de" }: { handle: string; colour?: string; country?: string },
): Promise<PageResponse> {
  const typed = { "option:Colour": colour, then: "cart" };
  return browser.submit(`/${country}/products/${handle}`, "handle", typed);
}

/** Where the address form leads, filled in for Germany. */
export function submitAddress(browser: HttpBrowser, email: string): Promise<PageResponse> {
  return browser.submit("/de/checkout?step=address", "address", { ...GERMAN, email });
}

/** Through address, delivery and payment with what the forms propose. @returns the review */
export async function goToReview(browser: HttpBrowser, email: string): Promise<PageResponse> {
  let page = await submitAddress(browser, email);
  for (const form of ["delivery", "payment"])
    if (page.html.includes(`value="${form}"`)) page = await browser.submit(page.location ?? "", form, {});
  return page;
}

/** Presses the button under the review. @returns the page that answers: the confirmation, or why not */
export function placeOrder(browser: HttpBrowser): Promise<PageResponse> {
  return browser.submit("/de/checkout?step=review", "order", {});
}

/** What a page says, without its markup and its scripts. */
export function readText({ html }: PageResponse): string {
  return html
    .replace(/<script[\s\S]*?<\/script>/g, " ")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/\s+/g, " ");
}
