// @ts-check

/**
 * A customer's own cart is in no cookie; but one that an outage kept from being merged is.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const cartKeptAfterSignOut = {
  name: "cart-kept-after-sign-out",
  report: "F3",
  fault: "signing out leaves a cart's cookie in the browser, for whoever uses it next",
  edits: [
    {
      file: "lib/auth/sign-out.ts",
      find: `  await clearCartId();
`,
      replace: "",
    },
  ],
  caughtBy: {
    file: "e2e/sign-out.spec.ts",
    title:
      "A cart that was still waiting to join the customer's own is not left to whoever uses the browser next",
    message: /Received:.*"name": "__Host-cart"/u,
  },
};
