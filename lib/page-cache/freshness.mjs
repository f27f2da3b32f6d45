// @ts-check

/**
 * The state that the cache handler (loaded by Next itself) and the guard before Next (part of the build) share about
 * outdated pages: two copies of this module, one state on globalThis. Holds no request data. See docs/decisions/0023.
 */

/** @typedef {import("next/dist/server/lib/incremental-cache/index.js").CacheHandlerValue} Entry */

/**
 * A request of the server to itself for one page. "check" finds out whether the page is outdated; "regenerate" also
 * renders it again if so, and `regeneration` resolves to whether that succeeded.
 * @typedef {{ kind: "check" | "regenerate", isOutdated: boolean, regeneration?: Promise<boolean> }} Probe
 */

/**
 * @typedef {{
 *   lastChange: number,
 *   isGuarded: boolean,
 *   probes: Map<string, Probe>,
 *   regenerations: Map<string, { before: Entry["value"], settle: (isMade: boolean) => void }>,
 *   failures: Map<string, number>,
 * }} State `lastChange` in ms, 0 before the first; `regenerations`, and the times of the last failures, by page key
 */

/** How long a stale page is served after a failed regeneration before the next attempt, in seconds. */
export const RETRY_SECONDS = 3;

/** The header with a probe's id, which cannot be guessed. */
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
    regenerations: new Map(),
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
 * @param {Entry["value"]} before the current page
 * @returns {Promise<boolean>} whether a new page has been stored, once that is known
 */
export function expectRegeneration(key, before) {
  return new Promise((resolve) => {
    freshness.regenerations.get(key)?.settle(false);
    freshness.regenerations.set(key, { before, settle: resolve });
  });
}

/** @param {string} key @returns {boolean} whether a regeneration of the page has just failed */
export function hasRecentlyFailed(key) {
  return Date.now() < (freshness.failures.get(key) ?? 0) + 1_000 * RETRY_SECONDS;
}

/**
 * To be called with every page that is stored.
 * @param {string} key
 * @param {Entry["value"]} value
 * @returns {boolean} whether it is a new page: Next stores the old one again when it could not render a new one
 */
export function settleRegeneration(key, value) {
  const regeneration = freshness.regenerations.get(key);
  if (!regeneration) return true;
  freshness.regenerations.delete(key);
  const isNew = value === null || value !== regeneration.before;
  if (isNew) freshness.failures.delete(key);
  else freshness.failures.set(key, Date.now());
  regeneration.settle(isNew);
  return isNew;
}
