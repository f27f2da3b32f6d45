// @ts-check

/**
 * Node puts a CommonJS module's exports under "default"; the bundler of the middleware, which takes the page store
 * along, does not.
 * @template {object} T
 * @param {T} imported a CommonJS module, as whoever loads the importing file has imported it
 * @returns {T} its exports
 */
export function commonJs(imported) {
  const exported = /** @type {{ default?: T }} */ (imported).default;
  return exported && "__esModule" in exported ? exported : imported;
}
