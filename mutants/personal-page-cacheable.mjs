// @ts-check

/**
 * A header for "all pages" catches the personal ones as well. The middleware would overrule it on each answer that
 * brings a new token, which here is nearly every one, so it does not.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const personalPageCacheable = {
  name: "personal-page-cacheable",
  report: "F3",
  fault: "the pages of an account may be kept by any cache between here and the browser",
  edits: [
    {
      file: "next.config.ts",
      find: `  headers: async () => [
`,
      replace: `  headers: async () => [
    { source: "/:country/account/:path*", headers: [{ key: "cache-control", value: "public, s-maxage=60" }] },
`,
    },
    {
      file: "lib/session/refresh.ts",
      find: '  response.headers.set("cache-control", "private, no-store");\n',
      replace: "",
    },
  ],
  caughtBy: {
    file: "e2e/session-ended.spec.ts",
    title: "No page of an account may be kept by anybody",
    message: /Expected substring: "no-store"/u,
  },
};
