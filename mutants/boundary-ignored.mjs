// @ts-check

/** @type {import("../tools/mutants/mutant").Mutant} */
export const boundaryIgnored = {
  name: "boundary-ignored",
  report: "D7",
  fault:
    "nobody is told that a price list has begun or ended: the cart charges one price and the page shows another",
  edits: [
    {
      file: "medusa/src/revalidation/price-boundaries.ts",
      find: "  const changes = priceLists.parse(data)",
      replace: "  const changes = priceLists.parse(data.slice(data.length))",
    },
  ],
  caughtBy: {
    file: "e2e/price-lists.spec.ts",
    title: "A price list begins and ends on the page as it does in the cart",
    message: /81 before 100/u,
  },
};
