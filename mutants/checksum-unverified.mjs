// @ts-check

/** @type {import("../tools/mutants/mutant").Mutant} */
export const checksumUnverified = {
  name: "checksum-unverified",
  report: "S22",
  fault: "an order is made of a cart that was changed after it was looked at",
  edits: [
    {
      file: "medusa/src/workflows/complete-cart.ts",
      find: "  requireChecksum(cart as ChecksumCart, (input as { checksum?: string | null }).checksum);\n",
      replace: "",
    },
    {
      file: "medusa/src/workflows/complete-cart.ts",
      find: 'import { requireChecksum, type ChecksumCart } from "../carts/checksum";\n',
      replace: "",
    },
    {
      file: "medusa/src/workflows/complete-cart.ts",
      find: "async ({ cart, input }, { container })",
      replace: "async ({ cart }, { container })",
    },
  ],
  caughtBy: {
    file: "e2e/cart-checksum.spec.ts",
    title: "than was looked at is refused by the backend itself",
    message: /cart_changed/u,
  },
};
