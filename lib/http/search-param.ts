import "server-only";

/** The value of a page's search parameter; the first one if the URL has several. */
export function getSearchParam(values: string | string[] | undefined): string | undefined {
  return Array.isArray(values) ? values[0] : values;
}
