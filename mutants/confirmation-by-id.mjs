// @ts-check

/**
 * An id stands in addresses, in histories and in mails. The backend keeps an account's order to its customer; a guest's
 * is open to whoever knows the id.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const confirmationById = {
  name: "confirmation-by-id",
  report: "F2",
  fault: "whoever knows the id of an order is shown its confirmation",
  edits: [
    {
      file: "lib/orders/confirmation.ts",
      find: `  if (!isOwn && !customerId) return null;
`,
      replace: "",
    },
    {
      file: "lib/orders/confirmation.ts",
      find: "    return isOwn || order.customer_id === customerId ? reshapeOrder(order) : null;",
      replace: "    return reshapeOrder(order);",
    },
  ],
  caughtBy: {
    file: "e2e/order-once.spec.ts",
    title: "The confirmation is for the browser that ordered, and for no other",
    message: /Nothing on this hook/u,
  },
};
