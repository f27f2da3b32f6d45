// @ts-check

/**
 * Revocation that covers shoppers and forgets admins. A token is exchanged under the lock of its login, which asks again,
 * so only what an old token opens directly is open.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const adminGuardLeftOut = {
  name: "admin-guard-left-out",
  report: "S2",
  fault: "an admin's old token opens the admin after a new password",
  edits: [
    {
      file: "medusa/src/api/middlewares.ts",
      find: '    { matcher: "/admin", middlewares: [credentials.requireValidAdminCredentials] },\n',
      replace: "",
    },
  ],
  caughtBy: {
    file: "e2e/admin-tokens.spec.ts",
    title: "neither the token nor the cookie session of before opens or renews anything",
    message: /Expected: 401\s+Received: 200/u,
  },
};
