// @ts-check

/**
 * A request that was under way may bring the cookie back a moment later, and with it the session.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const lateResponseRevives = {
  name: "late-response-revives",
  report: "F5",
  fault: "signing out takes the cookie out of the browser and leaves the session alive",
  edits: [
    {
      file: "lib/auth/sign-out.ts",
      find: `  await endSession("signed-out");
`,
      replace: "",
    },
  ],
  caughtBy: {
    file: "e2e/session-ended.spec.ts",
    title: "A response that comes late and brings the old cookie back opens nothing and disturbs nobody",
    message: /name: 'Sign in'/u,
  },
};
