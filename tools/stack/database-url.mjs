// @ts-check

/**
 * The name of the URL's database.
 * @param {string} url
 */
export function databaseName(url) {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

/**
 * The URL with another database's name.
 * @param {string} url
 * @param {string} name
 */
export function withDatabaseName(url, name) {
  const other = new URL(url);
  other.pathname = `/${encodeURIComponent(name)}`;
  return other.href;
}
