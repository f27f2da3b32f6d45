// @ts-check

/**
 * The middleware, which renews, still asks; the data layer relies on it.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const revocationUnchecked = {
  name: "revocation-unchecked",
  report: "F5",
  fault: "pages and actions look the session up, and do not ask whether it has been revoked",
  edits: [
    {
      file: "lib/session/session.ts",
      find: `    const validation = await validateSession(token, sessionDeps);
    if (validation.status === "ended") return await toEndedState(token, validation.reason);
    const { id, customerId, medusaToken } = validation.session;
`,
      replace: `    const row = await sessionDeps.store.find(token.sid);
    if (!row) return await toEndedState(token, "expired");
    const { id, customerId, medusaToken } = row;
`,
    },
  ],
  caughtBy: {
    file: "e2e/two-devices.spec.ts",
    title:
      "The devices are listed, and one that is signed out from another is refused at its next request, and told why",
    message: /You signed this device out from another one/u,
  },
};
