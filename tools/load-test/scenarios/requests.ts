import type { Random } from "../../../e2e/support/random";
import { STATE_PATH } from "../check-response";
import type { Shopper } from "../shopper";
import { checkState, visit, type Actor } from "../visit";

const STATIC_PAGES = ["/us", "/us/store"];
const GUEST_PAGES = ["/us/cart", "/us/cart", STATE_PATH, STATE_PATH, "/us/checkout"];
const ACCOUNT_PAGES = ["", "", "/orders", "/profile", "/addresses", "/security"];
const CUSTOMER_PAGES = [...GUEST_PAGES, ...ACCOUNT_PAGES.map((path) => `/us/account${path}`)];
const TABS = 4;
const REQUESTS_PER_TAB = 3;

/** A page of the catalogue, and the request of its script. */
export async function browseCatalog(actor: Actor, random: Random): Promise<void> {
  const product = `/us/products/${random.pick(actor.shopper.context.catalog).handle}`;
  await visit(actor, { path: random.pick([...STATIC_PAGES, product]) });
  await checkState(actor);
}

export async function viewPage(actor: Actor, random: Random): Promise<void> {
  await visit(actor, { path: pickPage(actor.shopper, random) });
}

/** A page as the router fetches it. */
export async function fetchPayload(actor: Actor, random: Random): Promise<void> {
  await visit(actor, asPayload(pickPage(actor.shopper, random)));
}

/**
 * Several tabs at once, in all browsers: a token that is due is presented by several requests together, and a
 * superseded one by those that were slow.
 */
export async function sendConcurrentRequests({ shopper }: Actor, random: Random): Promise<void> {
  const tabs = Array.from({ length: TABS }, async () => {
    const actor = { shopper, browser: random.pick(shopper.browsers) };
    for (let count = 0; count < REQUESTS_PER_TAB; count += 1) {
      const path = pickPage(shopper, random);
      await visit(actor, random.below(3) === 0 ? asPayload(path) : { path });
    }
  });
  await Promise.all(tabs);
}

/**
 * Responses, with new tokens in them, that never arrive. Then a browser that has died before its newest token was on
 * disk, and comes back with an older one.
 */
export async function dropResponses(actor: Actor, random: Random): Promise<void> {
  const { shopper, browser } = actor;
  const older = browser.lastToken;
  for (const abort of ["before-body", "after-request", "before-body"] as const)
    await visit(actor, { path: pickPage(shopper, random), abort });
  await checkState(actor);
  await checkState(actor);
  if (older && browser.isSignedIn) browser.setToken(older);
  await checkState(actor);
}

function pickPage({ isRegistered }: Shopper, random: Random): string {
  return random.pick(isRegistered ? CUSTOMER_PAGES : GUEST_PAGES);
}

/** The router adds a parameter, so that no cache takes the payload for the page. */
function asPayload(path: string) {
  return path === STATE_PATH ? { path } : { path: `${path}?_rsc`, isPayload: true };
}
