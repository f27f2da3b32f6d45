// @ts-check

/**
 * All requests of a process share its modules. Tried by one person at a time this works: the variable is set at the
 * start of every request that has a token.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const tokenInModule = {
  name: "token-in-module",
  report: "F2",
  fault:
    "who is signed in, token and all, is kept in a variable of the module, where a request without a token of its own finds it",
  edits: [
    {
      file: "lib/session/session.ts",
      find: "export const getSession = cache(",
      replace: `let current: SessionState = { status: "guest" };
export const getSession = cache(`,
    },
    {
      file: "lib/session/session.ts",
      find: `  return presented ? validateToState(presented.token) : { status: "guest" };`,
      replace: `  if (presented) current = await validateToState(presented.token);
  return current;`,
    },
  ],
  caughtBy: {
    file: "e2e/concurrent-requests.spec.ts",
    title: "Shoppers who ask at the same moment are each answered with their own name, and a guest with none",
    message: /a guest's names[^]*"Ida-/u,
  },
};
