import type { HTMLElement } from "node-html-parser";
import {
  findFaults,
  isAccountCart,
  parseShopperState,
  type Expected,
  type Observation,
} from "../../../e2e/model/observation";
import type { SessionModel } from "../../../e2e/model/session";
import { parseHtml } from "./form";
import type { BrowserResponse } from "./http-browser";
import { parsePage, parsePayload } from "./parse-page";
import type { Actor, Visit } from "./visit";

/** Where a visit has led. */
export type Page = { path: string; document: HTMLElement; observation: Observation };

/** `session`: the one that the request was sent with. */
export type Exchange = Actor & { visit: Visit; session: SessionModel | null };

type Checked = { response: BrowserResponse; observation: Observation; expected: Expected };

const HISTORY_LENGTH = 16;
const STATIC_PAGE = "static page";
const PAYLOAD = "payload";
const SHOPPER_STATE = "shopper state";

/** Names in the table of latencies, by the beginning of the path. All other pages are the same for everybody. */
const KINDS = [
  ["/api/shopper", SHOPPER_STATE],
  ["/us/cart", "cart page"],
  ["/us/account", "account page"],
  ["/us/checkout", "checkout page"],
  ["/us/order", "order page"],
  ["/us/login", "auth page"],
  ["/us/register", "auth page"],
] as const;

/** Checks a response against the model of its shopper, counts what is wrong, and updates the model. */
export function checkResponse(exchange: Exchange, response: BrowserResponse): Page {
  const { shopper, browser, visit, session } = exchange;
  const { sentAt, answeredAt } = response.timing;
  shopper.context.stats.addResponse(requestKind(visit), answeredAt - sentAt);
  addToHistory(exchange, response);
  const document = parseHtml(response.body);
  const observation = response.status === 200 ? observe(visit, response, document) : {};
  const expected = shopper.expected(browser, response.timing, session);
  reportFaults(exchange, { response, observation, expected });
  updateSession(exchange, { response, observation, expected });
  return { path: visit.path, document, observation };
}

/** The name of a request in the table of latencies. */
export function requestKind({ kind, isPayload, path }: Visit): string {
  if (kind) return kind;
  if (isPayload) return PAYLOAD;
  return KINDS.find(([start]) => path.startsWith(start))?.[1] ?? STATIC_PAGE;
}

function observe(visit: Visit, { body }: BrowserResponse, document: HTMLElement): Observation {
  if (requestKind(visit) === SHOPPER_STATE) return parseShopperState(body);
  return visit.isPayload ? parsePayload(body) : parsePage(document);
}

function reportFaults(exchange: Exchange, { response, observation, expected }: Checked): void {
  const { shopper, browser, visit } = exchange;
  const { canaries, stats } = shopper.context;
  const { account, identity } = expected;
  // Sealed cookies are where secrets belong.
  const headers = response.headers.filter(([name]) => name !== "set-cookie");
  const text = [response.location, ...headers.flat(), response.body].join("\n");
  const secretCookies = response.cookies.filter(({ httpOnly }) => httpOnly);
  const asCanary = (what: string) => ({ kind: "canary" as const, what });
  const findings = [
    ...canaries.listForeign(text, listReadableCanaries(exchange, identity)).map(asCanary),
    ...canaries.listShared(browser.name, secretCookies).map(asCanary),
    ...findFaults(observation, expected),
  ];
  const request = `${visit.form ? "POST" : "GET"} ${visit.path}`;
  for (const finding of findings)
    stats.addFault({ ...finding, who: browser.name, request, history: [...shopper.history] });
  if (!findings.some(({ kind }) => kind === "cart")) return;
  // A wrong cart is reported once, and is then what the model expects.
  const cart = account && isAccountCart(observation, identity) ? account.cart : browser.cart;
  cart.beginChange()(performance.now(), observation.lines);
}

/** None on a page that is the same for everybody. */
function listReadableCanaries({ shopper, browser, visit }: Exchange, identity: Expected["identity"]) {
  if (requestKind(visit) === STATIC_PAGE) return new Set<string>();
  const own = identity === "guest" ? [browser.identity.canary] : shopper.ownCanaries;
  return new Set([...own, ...browser.typedCanaries]);
}

function updateSession({ shopper, session }: Exchange, { response, observation, expected }: Checked): void {
  if (!session || session.hasEnded) return;
  if (observation.customer !== null) {
    session.lastUsedAt = Math.max(session.lastUsedAt, response.timing.sentAt);
    return;
  }
  session.confirmEnd(response.timing.answeredAt);
  if (expected.identity === "either")
    shopper.context.stats.addEvent(`ended: ${observation.endReason ?? "?"}`);
}

function addToHistory({ shopper, browser, visit }: Exchange, { status, location, timing }: BrowserResponse) {
  const at = (timing.sentAt / 1_000).toFixed(3);
  const request = `${visit.form ? "POST" : "GET"} ${visit.path}${visit.isPayload ? " (payload)" : ""}`;
  const result = `${status}${location ? ` ${location}` : ""}`;
  shopper.history.push(`${at} s: ${browser.name}: ${request} → ${result}`);
  shopper.history.splice(0, shopper.history.length - HISTORY_LENGTH);
}
