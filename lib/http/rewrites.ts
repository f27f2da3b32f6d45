import { SORTS } from "../catalog/sort";
import { MARKETS } from "../markets";

/**
 * Rewrites for next.config.ts, which is why imports are relative here. Next renders and caches a page for every path that
 * matches a route, so paths that cannot exist are rewritten before they reach one.
 */

type Condition = { type: "query"; key: string; value?: string };
type Rewrite = { source: string; destination: string; has?: Condition[] };

/**
 * Matches no route, so Next responds with its not-found page, 404 and "no-store". The path of that page itself,
 * "/_not-found", would let caches keep the response for a year.
 */
const NOT_FOUND_PATH = "/us/-";

/** A handle that nothing can have: leads to the not-found page inside the country's layout. */
const INVALID_HANDLE = "~";

const COUNTRIES = MARKETS.map(({ country }) => country).join("|");
const COUNTRY = `:country(${COUNTRIES})`;

/** A non-ASCII letter, percent-encoded. */
const LETTER = "%[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){1,3}";

/**
 * Handles as they occur in a path (`lib/catalog/handle.ts`): of products as Medusa makes them, of categories and
 * collections as typed in the admin. ASCII letters and digits are never encoded: that would be a second URL of the same
 * page. (Next counts parentheses, so they are written by code point.)
 */
const PRODUCT_HANDLE = `(?:[\\w.-]|${LETTER}){1,200}`;
const LIST_HANDLE = `(?:[\\w.~!$&'\\x28\\x29*+,;=:@-]|${LETTER}|%(?:2[0-9A-CFa-cf]|3[A-Fa-f]|40|5[BDEbde]|60|7[BCDbcd])){1,200}`;

const SORT = SORTS.join("|");
/** Up to 9,999 pages of a list: 120,000 products. */
const PAGE = String.raw`[1-9]\d{0,3}`;

/** Stand for every invalid sort and page, so that each list has one not-found page instead of one per invented value. */
const NO_SORT = "unknown";
const NO_PAGE = "0";

/** "filter": the route of lists with filters, to which only the server itself leads (lib/guard/filtered-lists.ts). */
const LIST_PAGE = `(?:(?:${SORT})/(?:${NO_PAGE}|${PAGE})|${NO_SORT}/1|filter)`;

/**
 * Rewrites `?page` and `?sortBy` to path segments: a page that reads its query string is rendered on every visit, one
 * that reads its path is cached. One rule for all lists, as Next compiles every rule for every page that it serves.
 */
export function listPageRewrites(): Rewrite[] {
  const source = `/:country/:list(store|(?:categories|collections)/[^/]+)`;
  const toPage = (page: string) => `/:country/:list/${page}`;
  const page = { type: "query", key: "page", value: `(?<page>${PAGE})` } as const;
  const sort = { type: "query", key: "sortBy", value: `(?<sort>${SORT})` } as const;
  const anyPage = { type: "query", key: "page" } as const;
  const anySort = { type: "query", key: "sortBy" } as const;
  const usual = SORTS[0];
  return [
    { source, has: [page, sort], destination: toPage(":sort/:page") },
    { source, has: [anyPage, sort], destination: toPage(`:sort/${NO_PAGE}`) },
    { source, has: [sort], destination: toPage(":sort/1") },
    { source, has: [anySort], destination: toPage(`${NO_SORT}/1`) },
    { source, has: [page], destination: toPage(`${usual}/:page`) },
    { source, has: [anyPage], destination: toPage(`${usual}/${NO_PAGE}`) },
  ];
}

/** Rewrites paths that match a route but cannot exist. Applied after files, so that those are found first. */
export function listNotFoundRewrites(): Rewrite[] {
  const noCountry = `(?!(?:${COUNTRIES})(?:/|$)).*`;
  const noPage = `(?:${COUNTRIES})/(?:store|(?:categories|collections)/[^/]+)/(?!${LIST_PAGE}$).+`;
  const junkHandle = (pattern: string) => `:handle((?!${pattern}(?:/|$))[^/]+)`;
  const noHandle = `/:country/:kind/${INVALID_HANDLE}`;
  return [
    { source: `/:path(${noCountry}|${noPage})`, destination: NOT_FOUND_PATH },
    { source: `/${COUNTRY}/:kind(products)/${junkHandle(PRODUCT_HANDLE)}/:rest*`, destination: noHandle },
    {
      source: `/${COUNTRY}/:kind(categories|collections)/${junkHandle(LIST_HANDLE)}/:rest*`,
      destination: noHandle,
    },
  ];
}

/** A character of a path as the WHATWG URL parser writes it, so that each path has one spelling. */
const PATH_CHARACTER =
  "(?:[\\w.~!$&'()*+,;=:@|\\[\\]-]|%(?:[01][0-9A-F]|2[0235]|3[CEF]|5E|60|7[BDF]|[89A-F][0-9A-F]))";

/** "." and "..", which the URL parser resolves. */
const DOTS = String.raw`\.{1,2}(?:/|$)`;

/**
 * Refuses every spelling of a picture's URL but the one that pages use: each would be fetched, scaled and cached again.
 * A picture has no query, fragment or user.
 * @param medusa the URL of the backend, whose uploads are in /static
 */
export function listPictureRewrites(medusa: URL): Rewrite[] {
  const origin = medusa.origin.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const own = String.raw`/editorial/[a-z0-9-]+\.(?:webp|jpg)`;
  const canonical = `${own}|${origin}/static(?:/(?!${DOTS})${PATH_CHARACTER}+)+`;
  const value = String.raw`(?!(?:${canonical})$)[\s\S]*`;
  return [
    { source: "/_next/image", has: [{ type: "query", key: "url", value }], destination: NOT_FOUND_PATH },
  ];
}
