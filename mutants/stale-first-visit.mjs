// @ts-check

/** @type {import("../tools/mutants/mutant").Mutant} */
export const staleFirstVisit = {
  name: "stale-first-visit",
  report: "D6",
  fault:
    "a page that an edit has outdated is served once more while the new one is made, so that the first visitor sees the old one",
  edits: [
    {
      file: "lib/guard/fresh-pages.ts",
      find: "  freshness.isGuarded = true;\n",
      replace: "",
    },
    {
      file: "lib/guard/fresh-pages.ts",
      find: `if (!url || freshness.lastChange === 0 || findProbe(request.headers)) return "serve";`,
      replace: `if (!url || freshness.lastChange >= 0 || findProbe(request.headers)) return "serve";`,
    },
  ],
  caughtBy: {
    file: "e2e/first-visit.spec.ts",
    title: "The first visit after an edit is right, however quiet the shop was",
    message: /toContain/u,
  },
};
