// @ts-check

/** @type {import("../tools/mutants/mutant").Mutant} */
export const endedCodeKept = {
  name: "ended-code-kept",
  report: "D4",
  fault: "the discount of a code that has ended stays on the cart until the cart is changed",
  edits: [
    {
      file: "medusa/src/promotions/cart-promotions.ts",
      find: "const changed = adjustments.hasDiscountChanged(cart, actions);",
      replace: "const changed = adjustments.hasDiscountChanged(cart, actions) && added.length > 0;",
    },
  ],
  caughtBy: {
    file: "e2e/promotion-codes.spec.ts",
    title: "A code that ends or is deleted goes with a word",
    message: /toBe\(expected\)/u,
  },
};
