/**
 * A page of the shop below `/{country}`.
 * - `path`: the route, with its parameters as in `app/[country]/(shop)`
 * - `isDynamic`: rendered completely for each request (`instant = false`); other pages are prerendered and cached
 * - `hasLimitedForm`: has a form with a rate limit, whose page carries `Retry-After` (`lib/forms/retry-after.ts`)
 * - `isForSigningIn`: navigates away by itself after a success, and shows no notice that a session has ended
 */
type Page = { path: string; isDynamic?: boolean; hasLimitedForm?: boolean; isForSigningIn?: boolean };

const ACCOUNT_PAGE = { isDynamic: true, hasLimitedForm: true };
const AUTH_PAGE = { ...ACCOUNT_PAGE, isForSigningIn: true };

/**
 * Every page of the shop (`lib/pages.test.ts` compares them with `app`). `middleware.ts` repeats the dynamic ones in its
 * matcher, which Next reads without running it.
 */
export const PAGES: readonly Page[] = [
  { path: "" },
  { path: "store" },
  { path: "products/[handle]", hasLimitedForm: true },
  { path: "categories/[handle]" },
  { path: "collections/[handle]" },
  { path: "search", isDynamic: true },
  { path: "cart", isDynamic: true, hasLimitedForm: true },
  { path: "checkout", isDynamic: true, hasLimitedForm: true },
  { path: "order/[id]/confirmed", isDynamic: true, hasLimitedForm: true },
  { path: "login", ...AUTH_PAGE },
  { path: "register", ...AUTH_PAGE },
  { path: "forgot-password", ...AUTH_PAGE },
  { path: "reset-password", ...AUTH_PAGE },
  { path: "account", ...ACCOUNT_PAGE },
  { path: "account/addresses", ...ACCOUNT_PAGE },
  { path: "account/orders", ...ACCOUNT_PAGE },
  { path: "account/orders/details/[id]", ...ACCOUNT_PAGE },
  { path: "account/profile", ...ACCOUNT_PAGE },
  { path: "account/security", ...ACCOUNT_PAGE },
];

/** The first segments of pages, each once, without the home page: "account" for "account/orders". */
export function listFirstSegments(pages: readonly Page[]): string[] {
  return [...new Set(pages.flatMap(({ path }) => path.split("/")[0] || []))];
}

/** The page of a URL's path, or undefined. @param pathname with its country, such as "/us/order/order_1/confirmed" */
export function findPage(pathname: string): Page | undefined {
  const [, country = "", ...segments] = pathname.split("/");
  if (!/^[a-z]{2}$/.test(country)) return undefined;
  return PAGES.find(({ path }) => {
    const parts = path === "" ? [] : path.split("/");
    const isSame = (part: string, index: number) => part === segments[index];
    return (
      parts.length === segments.length &&
      parts.every((part, index) => (part.startsWith("[") ? segments[index] !== "" : isSame(part, index)))
    );
  });
}
