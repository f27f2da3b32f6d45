/**
 * A page of the shop below `/{country}`.
 * - `path`: the route, with its parameters as in `app/[country]/(shop)`
 * - `isDynamic`: rendered completely for each request (`instant = false`); other pages are prerendered and cached
 * - `hasLimitedForm`: has a form with a rate limit, so its response carries `Retry-After` (`lib/forms/retry-after.ts`)
 */
type Page = { path: string; isDynamic: boolean; hasLimitedForm: boolean };

/**
 * Every page of the shop (`lib/pages.test.ts` compares them with `app`). `middleware.ts` repeats the dynamic ones in its
 * matcher, which Next reads without running it.
 */
export const PAGES: readonly Page[] = [
  { path: "", isDynamic: false, hasLimitedForm: false },
  { path: "store", isDynamic: false, hasLimitedForm: false },
  { path: "products/[handle]", isDynamic: false, hasLimitedForm: true },
  { path: "categories/[handle]", isDynamic: false, hasLimitedForm: false },
  { path: "collections/[handle]", isDynamic: false, hasLimitedForm: false },
  { path: "store/filter", isDynamic: true, hasLimitedForm: false },
  { path: "categories/[handle]/filter", isDynamic: true, hasLimitedForm: false },
  { path: "collections/[handle]/filter", isDynamic: true, hasLimitedForm: false },
  { path: "not-found", isDynamic: false, hasLimitedForm: false },
  { path: "search", isDynamic: true, hasLimitedForm: false },
  { path: "cart", isDynamic: true, hasLimitedForm: true },
  { path: "checkout", isDynamic: true, hasLimitedForm: true },
  { path: "order/[id]/confirmed", isDynamic: true, hasLimitedForm: true },
  { path: "order/linked", isDynamic: true, hasLimitedForm: false },
  { path: "order/look-up", isDynamic: true, hasLimitedForm: true },
  { path: "login", isDynamic: true, hasLimitedForm: true },
  { path: "register", isDynamic: true, hasLimitedForm: true },
  { path: "forgot-password", isDynamic: true, hasLimitedForm: true },
  { path: "reset-password", isDynamic: true, hasLimitedForm: true },
  { path: "account", isDynamic: true, hasLimitedForm: true },
  { path: "account/addresses", isDynamic: true, hasLimitedForm: true },
  { path: "account/orders", isDynamic: true, hasLimitedForm: true },
  { path: "account/orders/details/[id]", isDynamic: true, hasLimitedForm: true },
  { path: "account/profile", isDynamic: true, hasLimitedForm: true },
  { path: "account/security", isDynamic: true, hasLimitedForm: true },
];

/** Pages whose only purpose is to sign in, register or choose a new password. Apart from `PAGES`, for browsers. */
const SIGN_IN_PATHS: ReadonlySet<string> = new Set([
  "login",
  "register",
  "forgot-password",
  "reset-password",
]);

/** Whether a URL's path is that of a page for signing in, registering or choosing a new password. */
export function isSignInPage(pathname: string): boolean {
  const [, , path = "", ...rest] = pathname.split("/");
  return rest.length === 0 && SIGN_IN_PATHS.has(path);
}

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
    const matches = (part: string, index: number) =>
      part.startsWith("[") ? segments[index] !== "" : segments[index] === part;
    return parts.length === segments.length && parts.every(matches);
  });
}
