import type { Payment } from "./payment";

/** The only code that passes the challenge; the page says it. */
export const CHALLENGE_CODE = "123456";

const STYLE = `
:root{color-scheme:light dark}
body{margin:0;font:17px/1.5 system-ui,sans-serif;background:#f2f4f8;color:#14213d}
header{background:#14213d;color:#fff;padding:1rem 1.5rem;font-weight:700}
main{max-width:34rem;margin:2rem auto;padding:1.5rem;background:#fff;border:1px solid #ccd3e0;border-radius:8px}
h1{font-size:1.4rem;margin:0 0 1rem}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1.5rem;margin:0 0 1.5rem}
dt{color:#4a5568}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
button{display:block;width:100%;min-height:2.75rem;margin:.5rem 0;padding:.5rem 1rem;font:inherit;text-align:left;border:1px solid #14213d;border-radius:6px;background:#fff;color:#14213d;cursor:pointer}
button.main{background:#14213d;color:#fff}
label{display:block;margin:1rem 0 .25rem}
select,input{font:inherit;min-height:2.75rem;width:100%;box-sizing:border-box;padding:.25rem .5rem}
a{color:#14308a}
@media(max-width:36rem){main{margin:0;border:0;border-radius:0}}
@media(prefers-color-scheme:dark){body{background:#0b1020;color:#e8ecf6}main{background:#151c33;border-color:#35405f}dt{color:#b3bdd6}button{background:#151c33;color:#e8ecf6;border-color:#8fa3d9}button.main{background:#c9d6ff;color:#0b1020}a{color:#b9c8ff}}
`;

const NOTE = "This is a demonstration. No card is asked for and no money moves.";

/** The page on which the shopper chooses what the bank answers. */
export function renderPaymentPage(payment: Payment): string {
  return renderPage(
    "Pay with Demo bank",
    `${renderFacts(payment)}
<form method="post">
<button class="main" name="card" value="approve">Approve the payment</button>
<button name="card" value="challenge">Approve after a security code</button>
<button name="card" value="slow">Answer later: the bank takes its time</button>
<button name="card" value="insufficient">Refuse: not enough money</button>
<button name="card" value="decline">Refuse: card declined</button>
<button name="card" value="partial">Approve only half of the amount</button>
<label for="notice">When the shop is told by the bank</label>
<select id="notice" name="notice">
<option value="at-once">At once</option>
<option value="before">Before you return</option>
<option value="twice">Twice</option>
<option value="late">Late</option>
<option value="never">Never</option>
</select>
<button name="card" value="leave">Cancel and go back to the shop</button>
</form>`,
  );
}

/** The page that asks for the security code. */
export function renderChallengePage(payment: Payment): string {
  return renderPage(
    "Confirm the payment",
    `${renderFacts(payment)}
<form method="post">
<input type="hidden" name="card" value="confirm">
<input type="hidden" name="notice" value="${escapeHtml(payment.notice)}">
<label for="code">Security code (it is ${CHALLENGE_CODE})</label>
<input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" required>
<button class="main">Confirm</button>
</form>`,
  );
}

/** The page of a payment that is decided. */
export function renderDecidedPage(payment: Payment, returnUrl: string): string {
  return renderPage(
    "This payment is closed",
    `${renderFacts(payment)}
<p>Nothing more can be paid here.</p>
<p><a href="${escapeHtml(returnUrl)}">Back to the shop</a></p>`,
  );
}

/** A page with one sentence, for what is not there. */
export function renderMessage(message: string): string {
  return renderPage("Nothing here", `<p>${escapeHtml(message)}</p>`);
}

function renderFacts({ amount, currency, description }: Payment): string {
  return `<p>${NOTE}</p>
<dl><dt>Amount</dt><dd>${escapeHtml(formatAmount(amount, currency))}</dd><dt>To</dt><dd>${escapeHtml(description)}</dd></dl>`;
}

function renderPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Demo bank</title><style>${STYLE}</style></head>
<body><header>Demo bank</header><main><h1>${title}</h1>
${body}
</main></body></html>`;
}

/** @param amount in minor units */
function formatAmount(amount: number, currency: string): string {
  const format = new Intl.NumberFormat("en", { style: "currency", currency });
  const { maximumFractionDigits = 2 } = format.resolvedOptions();
  return format.format(amount / 10 ** maximumFractionDigits);
}

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
}
