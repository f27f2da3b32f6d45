import { Page } from "../../e2e/day/page";
import {
  findFaults,
  isAccountCart,
  parseShopperState,
  type Expected,
  type Observation,
} from "../../e2e/model/observation";
import type { SessionModel } from "../../e2e/model/session";
import type { BrowserResponse } from "./browser";
import { observePage, observePayload } from "./observe";
import type { Actor, Visit } from "./visit";

/** Where a visit has led. */
export class VisitedPage extends Page {
  observation: Observation = {};

  /** What the form says that was submitted; empty when it was accepted. */
  get refusal(): string {
    return this.root.querySelector("form [role=alert]")?.text ?? "";
  }
}

/** `session`: the one that the request was sent with. */
export type Exchange = Actor & { visit: Visit; session: SessionModel | null };

type Checked = Exchange & { response: BrowserResponse; observation: Observation; expected: Expected };

const HISTORY_LENGTH = 16;
const STATIC_PAGE = "static page";
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
export function checkResponse(exchange: Exchange, response: BrowserResponse): VisitedPage {
  const { shopper, browser, visit, session } = exchange;
  const { status, body, timing } = response;
  shopper.context.stats.addResponse(requestKind(visit), timing.answeredAt - timing.sentAt);
  addToHistory(exchange, response);
  const page = new VisitedPage(visit.path, status, body);
  if (status === 200) page.observation = observe(visit, page);
  const expected = shopper.expected(browser, timing, session);
  const checked = { ...exchange, response, observation: page.observation, expected };
  reportFaults(checked);
  updateSession(checked);
  return page;
}

/** The name of a request in the table of latencies. */
export function requestKind({ kind, isPayload, path }: Visit): string {
  if (kind) return kind;
  return isPayload ? "payload" : (KINDS.find(([start]) => path.startsWith(start))?.[1] ?? STATIC_PAGE);
}

function observe(visit: Visit, page: Page): Observation {
  if (requestKind(visit) === SHOPPER_STATE) return parseShopperState(page.html);
  return visit.isPayload ? observePayload(page.html) : observePage(page);
}

function reportFaults(checked: Checked): void {
  const { shopper, browser, visit, response, observation, expected } = checked;
  const { canaries, stats } = shopper.context;
  // Sealed cookies are where secrets belong.
  const text = [...response.headers, response.body].join("\n");
  const leaks = [
    ...canaries.listForeign(text, listReadableCanaries(checked)),
    ...canaries.listShared(browser.name, response.secretCookies),
  ];
  const findings = [
    ...leaks.map((what) => ({ kind: "canary" as const, what })),
    ...findFaults(observation, expected),
  ];
  for (const finding of findings)
    stats.addFault({
      ...finding,
      who: browser.name,
      request: describeRequest(visit),
      history: [...shopper.history],
    });
  if (!findings.some(({ kind }) => kind === "cart")) return;
  // A wrong cart is reported once, and is then what the model expects.
  const { account, identity } = expected;
  const cart = account && isAccountCart(observation, identity) ? account.cart : browser.cart;
  cart.beginChange()(performance.now(), observation.lines);
}

/** None on a page that is the same for everybody. */
function listReadableCanaries({ shopper, browser, visit, expected }: Checked): Set<string> {
  if (requestKind(visit) === STATIC_PAGE) return new Set();
  const own = expected.identity === "guest" ? [browser.identity.canary] : shopper.ownCanaries;
  return new Set([...own, ...browser.typedCanaries]);
}

function updateSession({ shopper, session, response, observation, expected }: Checked): void {
  if (!session || session.hasEnded) return;
  const { sentAt, answeredAt } = response.timing;
  if (observation.customer !== null) {
    session.lastUsedAt = Math.max(session.lastUsedAt, sentAt);
    return;
  }
  session.confirmEnd(answeredAt);
  if (expected.identity === "either")
    shopper.context.stats.addEvent(`ended: ${observation.endReason ?? "?"}`);
}

function addToHistory({ shopper, browser, visit }: Exchange, { status, location, timing }: BrowserResponse) {
  const at = (timing.sentAt / 1_000).toFixed(3);
  const result = [status, location].filter(Boolean).join(" ");
  shopper.history.push(`${at} s: ${browser.name}: ${describeRequest(visit)} → ${result}`);
  shopper.history.splice(0, shopper.history.length - HISTORY_LENGTH);
}

function describeRequest({ form, path, isPayload }: Visit): string {
  return `${form ? "POST" : "GET"} ${path}${isPayload ? " (payload)" : ""}`;
}
