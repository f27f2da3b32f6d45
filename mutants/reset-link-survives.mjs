// @ts-check

/**
 * Medusa keeps a link until it is used or replaced, whatever has become of the login meanwhile.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const resetLinkSurvives = {
  name: "reset-link-survives",
  report: "S4",
  fault: "a link to reset the password outlives the token series that it was mailed in",
  edits: [
    {
      file: "medusa/src/tokens/token-version.ts",
      find: "  if (!login || claims.sub !== login.user_metadata?.token_series) return false;\n",
      replace: "  if (!login) return false;\n",
    },
  ],
  caughtBy: {
    file: "e2e/revoked-reset-links.spec.ts",
    title: "A link to reset the password, mailed before",
    message: /Expected: 401\s+Received: 200/u,
  },
};
