// @ts-check

/**
 * What Medusa does without the hook. The guard of all paths below a cart would refuse it too, so that steps aside.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const transferUnchecked = {
  name: "transfer-unchecked",
  report: "F3",
  fault: "a cart may be transferred to anybody who knows its id",
  edits: [
    {
      file: "medusa/src/workflows/hooks/cart-transfer.ts",
      find: 'import { requireAccess } from "../../carts/ownership";\n',
      replace: "",
    },
    {
      file: "medusa/src/workflows/hooks/cart-transfer.ts",
      find: "({ input, cart }) => requireAccess(cart, input.customer_id)",
      replace: "() => undefined",
    },
    {
      file: "medusa/src/api/middleware/ownership.ts",
      find: "    await requireOwnership(request, entity, request.params.id);",
      replace: `    if (!request.path.endsWith("/customer")) await requireOwnership(request, entity, request.params.id);`,
    },
  ],
  caughtBy: {
    file: "e2e/backend-carts.spec.ts",
    title: "A customer's cart cannot be transferred to another; a guest's goes to whoever signs in with it",
    message: /Expected: 404\s+Received: 200/u,
  },
};
