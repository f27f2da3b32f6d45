// @ts-check

/**
 * A page, or a look at the cart, that was made before a change and arrives after it.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const olderAnswerWins = {
  name: "older-answer-wins",
  report: "D5",
  fault: "whichever cart arrives last is shown, though it was read before one that is known already",
  edits: [
    {
      file: "components/cart/store/cart-state.ts",
      find: `  if (readOrder === "newer") return confirm(state, found);
`,
      replace: `  if (String(readOrder) !== "same") return confirm(state, found);
`,
    },
  ],
  caughtBy: {
    file: "e2e/pending-cart-change.spec.ts",
    title: "A cart page that was made before an add, and arrives after it, does not bring the old cart back",
    message: /toHaveCount|toHaveText/u,
  },
};
