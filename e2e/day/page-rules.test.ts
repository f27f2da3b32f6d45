import { expect, test } from "vitest";
import { Page } from "./page";
import { listTotalErrors, checkPage } from "./page-rules";

const row = (price: number) =>
  `<li data-testid="product-row"><span data-testid="product-price" data-value="${price}">${price}</span></li>`;

const sums = (amounts: Record<string, number>, taxLabel = "Tax") =>
  Object.entries(amounts)
    .map(([name, amount]) => {
      const label = name === "cart-taxes" ? taxLabel : name;
      return `<div><dt>${label}</dt><dd data-testid="${name}" data-value="${amount}">${amount}</dd></div>`;
    })
    .join("");

const open = (html: string, status = 200) => new Page("/us/cart", status, `<main>${html}</main>`);
const rulesOf = (page: Page) => checkPage(page).map(({ rule }) => rule);

const AMERICAN = {
  "cart-subtotal": 30,
  "cart-discount": 3,
  "cart-shipping": 8,
  "cart-taxes": 1.4,
  "cart-total": 36.4,
};

test("Sums are right where tax is a line of its own, and where it is part of the prices", () => {
  expect(rulesOf(open(row(10) + row(20) + sums(AMERICAN)))).toEqual([]);
  const included = { ...AMERICAN, "cart-total": 35 };
  expect(rulesOf(open(row(10) + row(20) + sums(included, "Includes tax of")))).toEqual([]);
});

test("Sums are right without a row for delivery, where nothing is shipped", () => {
  const { "cart-shipping": _delivery, ...unshipped } = AMERICAN;
  expect(rulesOf(open(row(30) + sums({ ...unshipped, "cart-total": 28.4 })))).toEqual([]);
  expect(rulesOf(open(row(30) + sums(unshipped)))).toEqual(["sums add up"]);
});

test.each([
  ["a discount that is not shown", row(30) + sums({ ...AMERICAN, "cart-discount": 0 })],
  ["a line too few", row(10) + sums(AMERICAN)],
  ["a total that is a cent more", row(30) + sums({ ...AMERICAN, "cart-total": 36.41 })],
  ["a charge that is not the total", row(30) + sums({ ...AMERICAN, "payment-amount": 30 })],
  ["a line without its price", row(Number.NaN) + sums(AMERICAN)],
])("Sums are off with %s", (_, html) => {
  expect(rulesOf(open(html))).toEqual(["sums add up"]);
});

test("What is off is said with its amounts", () => {
  const { totals: read } = open(row(10) + sums(AMERICAN));
  expect(read && listTotalErrors(read)).toEqual(["the lines come to 10, the subtotal is 30"]);
});

test.each([
  ["an error of the server's", open("", 500)],
  ["an error that is streamed", open('<template data-dgst="123"></template>')],
  ["a shop that is out of order", open("<p>We cannot reach the shop right now.</p>")],
  ["a refusal that can never work", open('<p role="alert">Please try again in a moment.</p>')],
])("A page fails with %s", (_, page) => {
  expect(rulesOf(page)).toEqual(["no page fails"]);
});

test("What Next writes for a redirect, and what stands in a script, is no failure", () => {
  expect(rulesOf(open('<template data-dgst="NEXT_REDIRECT;replace;/us"></template>'))).toEqual([]);
  expect(rulesOf(open('<script>"We cannot reach the shop right now"</script>'))).toEqual([]);
});

const alert = (inside: string) => `<div role="alert">This is no longer sold. ${inside}</div>`;

test("A refusal names a way out: a link, a button, or the form it is about", () => {
  expect(rulesOf(open(alert("")))).toEqual(["a refusal names a way out"]);
  expect(rulesOf(open(alert('<a href="/us/cart">To the cart</a>')))).toEqual([]);
  expect(rulesOf(open(`<form>${alert("")}<button>Again</button></form>`))).toEqual([]);
  expect(rulesOf(open(`<form>${alert("")}<button disabled>Again</button></form>`))).toEqual([
    "a refusal names a way out",
  ]);
});

test("A refusal that speaks of marked fields has one in its form", () => {
  const marked = (field: string) =>
    open(`<form><p role="alert">Please check the fields marked below.</p>${field}<button>Go</button></form>`);
  expect(rulesOf(marked("<input>"))).toEqual(["a refusal says what to change"]);
  expect(rulesOf(marked('<input aria-invalid="true">'))).toEqual([]);
});
