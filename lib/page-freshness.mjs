// @ts-check

/**
 * What the page store (which Next loads by itself) and the guard before Next (which is part of the build) tell each
 * other about outdated pages: two copies of this module, one state. The same for every visitor, and nothing of a
 * request. See docs/decisions/0023.
 */

/** @typedef {import("next/dist/server/lib/incremental-cache/index.js").CacheHandlerValue} Entry */

/**
 * A request of the storefront to itself, to find out about one page. "look": is it outdated? "remake": if so, make it
 * anew; `remake` then tells whether that succeeded.
 * @typedef {{ kind: "look" | "remake", isOutdated: boolean, remake?: Promise<boolean> }} Probe
 */

/**
 * @typedef {{
 *   lastChange: number,
 *   isGuarded: boolean,
 *   probes: Map<string, Probe>,
 *   remakes: Map<string, { before: Entry["value"], settle: (isMade: boolean) => void }>,
 *   failures: Map<string, number>,
 * }} State `lastChange` in milliseconds, 0 before the first; `remakes`, and when the last one failed, by the store's key
 */

/** How long a page that could not be made anew may be kept, in seconds: then it is tried again. */
export const RETRY_SECONDS = 3;

/** The header that names a probe. Its value cannot be guessed, so nobody else can send one. */
export const PROBE_HEADER = "x-cloakroom-probe";

/** @type {State} */
export const freshness = shareState();

/** @returns {State} */
function shareState() {
  const name = Symbol.for("cloakroom.page-freshness");
  const shared = /** @type {State | undefined} */ (Reflect.get(globalThis, name));
  if (shared) return shared;
  const state = {
    lastChange: 0,
    isGuarded: false,
    probes: new Map(),
    remakes: new Map(),
    failures: new Map(),
  };
  Reflect.set(globalThis, name, state);
  return state;
}

/**
 * @param {NodeJS.Dict<string | string[]>} headers of a request
 * @returns {Probe | undefined}
 */
export function findProbe(headers) {
  return freshness.probes.get(String(headers[PROBE_HEADER]));
}

/**
 * @param {string} key
 * @param {Entry["value"]} before the page as it is now
 * @returns {Promise<boolean>} whether another one has taken its place, once that is known
 */
export function expectRemake(key, before) {
  return new Promise((resolve) => {
    freshness.remakes.get(key)?.settle(false);
    freshness.remakes.set(key, { before, settle: resolve });
  });
}

/** @param {string} key @returns {boolean} whether the page could not be made anew a moment ago */
export function hasJustFailed(key) {
  return Date.now() < (freshness.failures.get(key) ?? 0) + 1_000 * RETRY_SECONDS;
}

/**
 * To be told of every page that is stored.
 * @param {string} key
 * @param {Entry["value"]} value
 * @returns {boolean} whether it is a new one: Next stores the page of before once more when it could not make a new one
 */
export function settleRemake(key, value) {
  const remake = freshness.remakes.get(key);
  if (!remake) return true;
  freshness.remakes.delete(key);
  const isNew = value === null || value !== remake.before;
  if (isNew) freshness.failures.delete(key);
  else freshness.failures.set(key, Date.now());
  remake.settle(isNew);
  return isNew;
}
