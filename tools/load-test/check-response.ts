import { Page } from "../../e2e/day/page";
import {
  findFaults,
  isAccountCart,
  parseShopperState,
  type Expected,
  type Observation,
} from "../../e2e/model/observation";
import type { SessionModel } from "../../e2e/model/session";
import { readLocation } from "../../e2e/support/http-browser";
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

type Checked = Exchange & BrowserResponse & { observation: Observation; expected: Expected };

const HISTORY_LENGTH = 16;
const STATIC_PAGE = "static page";
export const STATE_PATH = "/api/shopper";
/** The beginnings of the paths of pages that are not the same for everybody. */
const PERSONAL = /^(?:\/api\/shopper|\/us\/(?:cart|account|checkout|order|login|register))\b/u;

/** Checks a response against the model of its shopper, counts what is wrong, and updates the model. */
export function checkResponse(exchange: Exchange, received: BrowserResponse): VisitedPage {
  const { shopper, browser, visit, session } = exchange;
  const { response, body, timing } = received;
  shopper.context.stats.addResponse(requestKind(visit), timing.answeredAt - timing.sentAt);
  addToHistory(exchange, received);
  const page = new VisitedPage(visit.path, response.status, body);
  if (response.status === 200) page.observation = observe(visit, page);
  const expected = shopper.expected(browser, timing, session);
  const checked = { ...exchange, ...received, observation: page.observation, expected };
  reportFaults(checked);
  updateSession(checked);
  return page;
}

/** The name of a request in the table of latencies. */
export function requestKind({ formName, isPayload, path }: Visit): string {
  if (formName) return `form "${formName.split(" ")[0]}"`;
  return isPayload ? "payload" : (PERSONAL.exec(path)?.[0] ?? STATIC_PAGE);
}

function observe(visit: Visit, page: Page): Observation {
  if (visit.path === STATE_PATH) return parseShopperState(page.html);
  return visit.isPayload ? observePayload(page.html) : observePage(page);
}

function reportFaults(checked: Checked): void {
  const { shopper, browser, visit, response, body, observation, expected } = checked;
  const { canaries, stats } = shopper.context;
  // Sealed cookies are where secrets belong.
  const headers = [...response.headers].filter(([name]) => name !== "set-cookie");
  const text = [...headers, body].join("\n");
  const leaks = [
    ...canaries.listForeign(text, listReadableCanaries(checked)),
    ...canaries.listShared(browser.name, response.headers.getSetCookie()),
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

function updateSession({ shopper, session, timing, observation, expected }: Checked): void {
  if (!session || session.hasEnded) return;
  if (observation.customer !== null) {
    session.lastUsedAt = Math.max(session.lastUsedAt, timing.sentAt);
    return;
  }
  session.confirmEnd(timing.answeredAt);
  if (expected.identity === "either")
    shopper.context.stats.addEvent(`ended: ${observation.endReason ?? "?"}`);
}

function addToHistory({ shopper, browser, visit }: Exchange, { response, timing }: BrowserResponse) {
  const at = (timing.sentAt / 1_000).toFixed(3);
  const result = [response.status, readLocation(response)].filter(Boolean).join(" ");
  shopper.history.push(`${at} s: ${browser.name}: ${describeRequest(visit)} → ${result}`);
  shopper.history.splice(0, shopper.history.length - HISTORY_LENGTH);
}

function describeRequest({ form, path, isPayload }: Visit): string {
  return `${form ? "POST" : "GET"} ${path}${isPayload ? " (payload)" : ""}`;
}
