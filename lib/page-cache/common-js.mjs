// @ts-check

/**
 * Unwraps the exports of a CommonJS module: Node puts them under "default", the bundler of the middleware, which
 * includes the cache handler, does not.
 * @template {object} T
 * @param {T} imported a CommonJS module
 * @returns {T} its exports
 */
export function commonJs(imported) {
  const exported = /** @type {{ default?: T }} */ (imported).default;
  return exported && "__esModule" in exported ? exported : imported;
}
