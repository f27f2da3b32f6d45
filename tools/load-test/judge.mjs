// @ts-check
import { describeLines } from "./basket.mjs";

/**
 * @typedef {import("./basket.mjs").Basket} Basket
 * @typedef {import("./session-model.mjs").Span} Span
 * @typedef {import("./session-model.mjs").Viewer} Viewer
 * @typedef {import("./sight.mjs").Sight} Sight
 * @typedef {import("./tally.mjs").FaultKind} FaultKind
 * @typedef {{ names: ReadonlySet<string>, basket: Basket, orders: ReadonlySet<string> }} Person
 * @typedef {{ viewer: Viewer, owner: Person | null, guest: { basket: Basket }, span: Span }} Expected
 * @typedef {{ kind: FaultKind, what: string }} Finding
 */

/**
 * Everything about an answer that must not be.
 * @param {Sight} sight
 * @param {Expected} expected
 * @returns {Finding[]}
 */
export function judge(sight, expected) {
  return [...judgeIdentity(sight, expected), ...judgeLines(sight, expected), ...judgeOrders(sight, expected)];
}

/**
 * @param {Sight} sight
 * @param {Expected} expected
 * @returns {Finding[]}
 */
function judgeIdentity({ shown, ended, isInside }, { viewer, owner }) {
  if (shown === undefined)
    return isInside && viewer === "nobody" ? [{ kind: "revoked", what: "opens a page of the account" }] : [];
  if (shown === null) {
    const reason = ended ? ` (${ended})` : "";
    return viewer === "owner" ? [{ kind: "sign-out", what: `takes its owner for nobody${reason}` }] : [];
  }
  if (!owner?.names.has(shown)) return [{ kind: "marker", what: `takes this browser for ${shown}` }];
  return viewer === "nobody" ? [{ kind: "revoked", what: `lets ${shown} in` }] : [];
}

/**
 * Whether a cart is an account's: that depends on who is shown, and where an answer does not say that, on who must be.
 * @param {Sight} sight
 * @param {Viewer} viewer
 */
export function isOwners({ shown }, viewer) {
  return shown === undefined ? viewer === "owner" : shown !== null;
}

/**
 * @param {Sight} sight
 * @param {Expected} expected
 * @returns {Finding[]}
 */
function judgeLines(sight, { viewer, owner, guest, span }) {
  const { shown, lines } = sight;
  if (!lines || (shown === undefined && viewer === "either")) return [];
  const basket = isOwners(sight, viewer) ? owner?.basket : guest.basket;
  if (!basket?.isCertain(span)) return [];
  const [must, is] = [basket.lines, lines].map(describeLines);
  return must === is ? [] : [{ kind: "cart", what: `shows ${is} in the cart of ${must}` }];
}

/**
 * @param {Sight} sight
 * @param {Expected} expected
 * @returns {Finding[]}
 */
function judgeOrders({ orders = [] }, { owner }) {
  return orders
    .filter((order) => !owner?.orders.has(order))
    .map((order) => ({ kind: "order", what: `lists ${order}, which is not this shopper's` }));
}
