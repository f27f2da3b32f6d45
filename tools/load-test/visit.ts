import { fillForm, readForm, readLocation } from "../../e2e/support/http-browser";
import type { BrowserRequest, BrowserResponse, LoadTestBrowser } from "./browser";
import { checkResponse, requestKind, STATE_PATH, type Exchange, type VisitedPage } from "./check-response";
import type { Shopper } from "./shopper";

/** A shopper at one of their browsers. */
export type Actor = { shopper: Shopper; browser: LoadTestBrowser };

export type Visit = BrowserRequest & {
  /** The name of the form that is posted. */
  formName?: string;
  /** The account's canaries that are typed into the form. */
  typedCanaries?: string[];
  /** Called when the form's own response has arrived, before its redirect is followed. */
  onResponse?: (at: number) => void;
};

type Submission = Pick<Visit, "abort" | "typedCanaries" | "onResponse"> & {
  /** The name of a field of the form, or the value of its hidden field "form". */
  form: string;
  fields?: Record<string, string>;
};

const MAX_REDIRECTS = 5;

/** The scenario cannot go on. The reason is counted already. */
export class ScenarioFailed extends Error {}

/**
 * Makes a request as a browser does, redirects included, and checks every response against the model. Returns the last
 * page, or null for an aborted request.
 */
export async function visit(actor: Actor, request: Visit): Promise<VisitedPage | null> {
  const { shopper, browser } = actor;
  let next = request;
  // What was typed comes back with the message about it, to this browser, until another form is sent.
  if (request.form) browser.typedCanaries = new Set(request.typedCanaries);
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const exchange = { ...actor, visit: next, session: browser.session };
    const received = await send(exchange);
    if (!received) return null;
    const page = checkResponse(exchange, received);
    if (page.status >= 400) throw failRequest(exchange, String(page.status));
    if (page.observation.isOutage) throw failRequest(exchange, "out of order");
    next.onResponse?.(received.timing.answeredAt);
    const location = readLocation(received.response);
    if (!location) return page;
    // The router's requests are redirected with the same headers.
    next = { path: location, isPayload: next.isPayload };
  }
  throw failRequest({ shopper, visit: next }, "too many redirects");
}

/** Visits a page that must be there. */
export async function open(actor: Actor, path: string): Promise<VisitedPage> {
  const page = await visit(actor, { path });
  if (!page) throw failScenario(actor.shopper, `${path} was not read`);
  return page;
}

/** Asks who is signed in and what is in the cart. */
export function checkState(actor: Actor): Promise<VisitedPage | null> {
  return visit(actor, { path: STATE_PATH });
}

/** Submits a form of the page, as a browser without JavaScript does. Returns where it led. */
export async function submitForm(
  actor: Actor,
  page: VisitedPage,
  { form: formName, fields = {}, ...request }: Submission,
): Promise<VisitedPage | null> {
  if (!page.hasField(formName)) throw failScenario(actor.shopper, `no form "${formName}" on ${page.path}`);
  const form = fillForm(readForm(page.html, formName), fields);
  return visit(actor, { path: page.path, form, formName, ...request });
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
    // `fetch` says why in the cause.
    const { code, name, message } = ((error as Error).cause ?? error) as NodeJS.ErrnoException;
    throw failRequest(exchange, code ? String(code) : `${name}: ${message}`);
  }
}

function failRequest(exchange: Pick<Exchange, "shopper" | "visit">, what: string): ScenarioFailed {
  return failScenario(exchange.shopper, `${what} (${requestKind(exchange.visit)})`);
}
