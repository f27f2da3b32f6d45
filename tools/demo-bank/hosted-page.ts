import type { IncomingMessage } from "node:http";
import type { Answer, Bank } from "./demo-bank";
import { notify } from "./notify";
import {
  CHALLENGE_CODE,
  renderChallengePage,
  renderDecidedPage,
  renderMessage,
  renderPaymentPage,
} from "./pages";
import { CARDS, decline, NOTICES, type Payment, SLOW_MS, applyCard } from "./payment";

type Visit = { request: IncomingMessage; url: URL; body: string };

/** The query of the page that asks for the security code. */
const CHALLENGE = "?code";

/** The page on which a shopper pays. Its address is the payment's secret. */
export async function handlePage(bank: Bank, { request, url, body }: Visit): Promise<Answer> {
  const payment = bank.ledger.findById(url.pathname.slice("/pay/".length));
  if (!payment) return { status: 404, body: renderMessage("The bank knows no such payment.") };
  if (payment.status !== "open") {
    if (request.method === "POST") return redirect(getReturnUrl(payment));
    return { status: 200, body: renderDecidedPage(payment, getReturnUrl(payment)) };
  }
  if (request.method !== "POST") {
    const render = url.search === CHALLENGE ? renderChallengePage : renderPaymentPage;
    return { status: 200, body: render(payment) };
  }
  const form = new URLSearchParams(body);
  const card = form.get("card");
  const notice = NOTICES.find((each) => each === form.get("notice")) ?? "at-once";
  const chosen = { ...payment, notice };
  if (card === "challenge") {
    bank.ledger.save(chosen);
    return redirect(url.pathname + CHALLENGE);
  }
  const decided = decide(chosen, card, form.get("code"));
  if (!decided) return { status: 400, body: renderPaymentPage(payment) };
  await tell(bank, bank.ledger.save(decided));
  return redirect(getReturnUrl(decided));
}

function decide(payment: Payment, card: string | null, code: string | null): Payment | null {
  if (card === "leave") return decline(payment, "left");
  if (card === "confirm")
    return code === CHALLENGE_CODE
      ? applyCard(payment, "approve", Date.now())
      : decline(payment, "challenge_failed");
  const known = CARDS.find((each) => each === card);
  return known ? applyCard(payment, known, Date.now()) : null;
}

/** Tells the shop; waits for it only where the shop is to know before the shopper returns. */
async function tell(bank: Bank, payment: Payment): Promise<void> {
  if (payment.notice === "before") return notify(payment, bank);
  if (payment.status !== "processing") return void notify(payment, bank);
  setTimeout(() => void notify(bank.ledger.find(payment.reference) ?? payment, bank), SLOW_MS);
}

/** As gateways do, the address says what has happened; a shop that believes it can be lied to. */
function getReturnUrl({ returnUrl, status }: Payment): string {
  const url = new URL(returnUrl);
  url.searchParams.set("status", status);
  return url.href;
}

/** After a form, so that Back and reload post nothing again. */
function redirect(location: string): Answer {
  return { status: 303, body: "", headers: { location } };
}
