// @ts-check

/**
 * Medusa leaves `null` in the list of promotions when one is deleted.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const relationsTakenForGranted = {
  name: "relations-taken-for-granted",
  report: "D1",
  fault: "a promotion that is deleted in the admin closes every cart and order that had it",
  edits: [
    {
      file: "lib/cart/backend-purchase.ts",
      find: `  promotions: lenientList(promotionSchema, "promotion"),\n`,
      replace: "  promotions: z.array(promotionSchema).default([]),\n",
    },
    {
      file: "lib/cart/backend-purchase.ts",
      find: "import { strictList, lenientList, optionalAmount, optionalText }",
      replace: "import { strictList, optionalAmount, optionalText }",
    },
  ],
  caughtBy: {
    file: "e2e/deleted-entities.spec.ts",
    title: "promotion that was deleted",
    message: /We cannot fetch your cart/u,
  },
};
