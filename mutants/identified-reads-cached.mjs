// @ts-check

/**
 * Next tells kept answers apart by token, so nobody sees another's: but they go on being given after the backend has
 * revoked the token.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const identifiedReadsCached = {
  name: "identified-reads-cached",
  report: "F3",
  fault: "what the backend answers to a customer is kept (`force-cache`)",
  edits: [
    {
      file: "lib/medusa/client.ts",
      find: `      cache: "no-store",`,
      replace: `      cache: identity.authorization && !request.method ? "force-cache" : "no-store",`,
    },
  ],
  caughtBy: {
    file: "e2e/revoked-token.spec.ts",
    title: "What the backend has revoked shows nothing more, not even what it has shown before",
    message: /Your session is no longer valid/u,
  },
};
