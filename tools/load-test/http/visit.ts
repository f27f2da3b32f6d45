import type { Shopper } from "../shopper";
import { checkResponse, requestKind, type Exchange, type Page } from "./check-response";
import type { BrowserRequest, BrowserResponse, HttpBrowser } from "./http-browser";

/** A shopper at one of their browsers. */
export type Actor = { shopper: Shopper; browser: HttpBrowser };

export type Visit = BrowserRequest & {
  /** The name in the table of latencies, where it is not found by the path. */
  kind?: string;
  /** The account's canaries that are typed into the form. */
  typedCanaries?: string[];
  /** Called when the form's own response has arrived, before its redirect is followed. */
  onResponse?: (at: number) => void;
};

export const SHOPPER_API = "/api/shopper";
const MAX_REDIRECTS = 5;

/** The scenario cannot go on. The reason is counted already. */
export class ScenarioFailed extends Error {}

/**
 * Makes a request as a browser does, redirects included, and checks every response against the model. Returns the last
 * page, or null for an aborted request.
 */
export async function visit(actor: Actor, request: Visit): Promise<Page | null> {
  const { shopper, browser } = actor;
  let next = request;
  // What was typed comes back with the message about it, to this browser, until another form is sent.
  if (request.form) browser.typedCanaries = new Set(request.typedCanaries);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const exchange = { ...actor, visit: next, session: browser.session };
    const response = await send(exchange);
    if (!response) return null;
    const page = checkResponse(exchange, response);
    if (response.status >= 400) throw failRequest(exchange, String(response.status));
    if (page.observation.isOutage) throw failRequest(exchange, "out of order");
    next.onResponse?.(response.timing.answeredAt);
    if (!response.location) return page;
    // The router's requests are redirected with the same headers.
    next = { path: response.location, isPayload: next.isPayload };
  }
  throw failRequest({ shopper, visit: next }, "too many redirects");
}

/** Visits a page that must be there. */
export async function open(actor: Actor, path: string): Promise<Page> {
  const page = await visit(actor, { path });
  if (!page) throw failScenario(actor.shopper, `${path} was not read`);
  return page;
}

/** Asks who is signed in and what is in the cart. */
export function checkState(actor: Actor): Promise<Page | null> {
  return visit(actor, { path: SHOPPER_API });
}

/** Counts why a scenario cannot go on. */
export function failScenario(shopper: Shopper, what: string): ScenarioFailed {
  shopper.context.stats.addError(what);
  return new ScenarioFailed(what);
}

async function send(exchange: Exchange): Promise<BrowserResponse | null> {
  try {
    const response = await exchange.browser.send(exchange.visit);
    if (!response) exchange.shopper.context.stats.addEvent("responses dropped");
    return response;
  } catch (error) {
    const { code, name, message } = error as NodeJS.ErrnoException;
    throw failRequest(exchange, code ?? `${name}: ${message}`);
  }
}

function failRequest(exchange: Pick<Exchange, "shopper" | "visit">, what: string): ScenarioFailed {
  return failScenario(exchange.shopper, `${what} (${requestKind(exchange.visit)})`);
}
