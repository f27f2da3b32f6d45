import { SORTS } from "../catalog/sort";
import { MARKETS } from "../market";

/**
 * Which addresses lead to a page of their own. Next makes and keeps a page for every path that fits a route, so a path
 * that cannot exist must not get that far. For next.config.ts, which is why imports are relative here.
 */

type Condition = { type: "query"; key: string; value?: string };
type Rewrite = { source: string; destination: string; has?: Condition[] };

/**
 * No route, so that Next answers with its one page "not found", the status 404 and "no-store". With "/_not-found", where
 * that page is, it would let caches keep the answer for a year.
 */
const NOWHERE = "/us/-";

/** A handle of nothing: what is not there within a country has the country's frame. */
const NO_HANDLE = "~";

const COUNTRIES = MARKETS.map(({ country }) => country).join("|");
const COUNTRY = `:country(${COUNTRIES})`;

/** Letters beyond ASCII, percent-encoded. */
const LETTER = "%[C-Fc-f][0-9A-Fa-f](?:%[89ABab][0-9A-Fa-f]){1,3}";

/**
 * Handles as a path has them (`lib/catalog/handle.ts`): of products as Medusa makes them, of categories and collections
 * as anybody may have typed them. Letters and digits of ASCII are never encoded: that would be another page. (Next counts parentheses, so
 * theirs are written by number.)
 */
const PRODUCT_HANDLE = `(?:[\\w.-]|${LETTER}){1,200}`;
const LIST_HANDLE = `(?:[\\w.~!$&'\\x28\\x29*+,;=:@-]|${LETTER}|%(?:2[0-9A-CFa-cf]|3[A-Fa-f]|40|5[BDEbde]|60|7[BCDbcd])){1,200}`;

const SORT = SORTS.join("|");
/** A list of 12,000 things has a thousand pages. */
const PAGE = String.raw`[1-9]\d{0,2}`;

/** Stand for every sort and every page that cannot exist: one page of each list says so, instead of one per invention. */
const NO_SORT = "unknown";
const NO_PAGE = "0";

const LIST_PAGE = `(?:(?:${SORT})/(?:${NO_PAGE}|${PAGE})|${NO_SORT}/1)`;

/**
 * `?page` and `?sortBy` are given pages of their own behind the scenes: a page that reads its query string would be
 * rendered for every visit, one that reads its path is built once. One rule for all lists: Next compiles every rule anew
 * for every page that it serves.
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

/** Paths that fit a route and can be nothing in it. Looked at after files, so that those are found first. */
export function listNowhereRewrites(): Rewrite[] {
  const noCountry = `(?!(?:${COUNTRIES})(?:/|$)).*`;
  const noPage = `(?:${COUNTRIES})/(?:store|(?:categories|collections)/[^/]+)/(?!${LIST_PAGE}$).+`;
  const junkHandle = (pattern: string) => `:handle((?!${pattern}(?:/|$))[^/]+)`;
  const noHandle = `/:country/:kind/${NO_HANDLE}`;
  return [
    { source: `/:path(${noCountry}|${noPage})`, destination: NOWHERE },
    { source: `/${COUNTRY}/:kind(products)/${junkHandle(PRODUCT_HANDLE)}/:rest*`, destination: noHandle },
    {
      source: `/${COUNTRY}/:kind(categories|collections)/${junkHandle(LIST_HANDLE)}/:rest*`,
      destination: noHandle,
    },
  ];
}

/** What a WHATWG URL leaves as it is in a path, and what it encodes, in upper case: each path has one spelling. */
const PATH_CHARACTER =
  "(?:[\\w.~!$&'()*+,;=:@|\\[\\]-]|%(?:[01][0-9A-F]|2[0235]|3[CEF]|5E|60|7[BDF]|[89A-F][0-9A-F]))";

/** "." and "..", which a URL takes out of its path. */
const DOTS = String.raw`\.{1,2}(?:/|$)`;

/**
 * Refuses every spelling of a picture's address but the one that pages use, before anything is fetched: each would be
 * scaled and kept anew. A picture has no query, no fragment and no user.
 * @param medusa where the backend is, whose uploads are in /static
 */
export function listPictureRewrites(medusa: URL): Rewrite[] {
  const origin = medusa.origin.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
  const own = String.raw`/editorial/[a-z0-9-]+\.(?:webp|jpg)`;
  const canonical = `${own}|${origin}/static(?:/(?!${DOTS})${PATH_CHARACTER}+)+`;
  const value = String.raw`(?!(?:${canonical})$)[\s\S]*`;
  return [{ source: "/_next/image", has: [{ type: "query", key: "url", value }], destination: NOWHERE }];
}
