import { describe, expect, it } from "vitest";
import { Page } from "../../e2e/day/page";
import { observePage, observePayload } from "./observe";

const read = (html: string) => observePage(new Page("/us", 200, html));

describe("what an answer shows", () => {
  it("is on a page of the account its owner, or the form to sign in", () => {
    const account =
      '<div data-testid="account-page"><b data-testid="customer-email" data-value="i@x.test"></b>';
    const link =
      '<a data-testid="order-details-link" href="/us/account/orders/details/order_7">Details</a></div>';
    expect(read(account + link)).toEqual({
      customer: "i@x.test",
      isAccountPage: true,
      orders: ["order_7"],
    });
    expect(read('<div data-testid="login-page"></div>')).toEqual({ customer: null });
    expect(read("<p>Hats</p>")).toEqual({});
  });

  it("is on the cart's page every line, and nothing in an empty one", () => {
    const row = `<li data-testid="product-row"><a data-testid="product-title" href="/us/products/beanie">Beanie</a>
      <p data-testid="product-variant">Variant: <!-- -->Oat</p>
      <form><input type="hidden" name="lineId" value="cali_1"/><select><option>1</option><option selected="">3</option></select></form></li>`;
    const cart = `<div data-testid="cart-container"><ul data-testid="items-table">${row}</ul></div>`;
    expect(read(cart)).toEqual({ lines: new Map([["beanie (Oat)", 3]]) });
    expect(read('<div data-testid="cart-container"></div>')).toEqual({ lines: new Map() });
  });

  it("is nothing but an outage, where the page says so", () => {
    expect(read('<div data-testid="error-message"></div>')).toEqual({ isOutage: true });
  });

  it("is in the router's payload the same", () => {
    expect(
      observePayload('5:["$","span",null,{"data-testid":"customer-email","data-value":"i@x.test"}]'),
    ).toEqual({
      customer: "i@x.test",
    });
    expect(observePayload('["$","div",null,{"data-testid":"login-page"}]')).toEqual({ customer: null });
    expect(observePayload('["$","div",null,{"data-testid":"account-page"}]')).toEqual({
      isAccountPage: true,
    });
    expect(observePayload("0:{}")).toEqual({});
    const line = `{"id":"cali_1","handle":"beanie","title":"The \\"B\\"","variant":"Oat","pictureUrl":null,"quantity":2}`;
    expect(observePayload(`["$","$L1",null,{"initial":{"lines":[${line}]}}]`)).toEqual({
      lines: new Map([["beanie (Oat)", 2]]),
    });
    expect(observePayload('["$","$L1",null,{"initial":null}]')).toEqual({ lines: new Map() });
  });
});
