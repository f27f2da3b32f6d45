// @ts-check

/**
 * Both the storefront's rows and the backend's tokens end with a password, and either alone would shut the thief out; so
 * both are kept alive.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const passwordChangeRevokesNothing = {
  name: "password-change-revokes-nothing",
  report: "F5",
  fault: "a new password ends no session and no token",
  edits: [
    {
      file: "lib/auth/password.ts",
      find: `  await revokeAllSessions("password-changed", () =>
    withPasswordConfirmation({ session, account }, async () =>
      parseNewToken(await callAs(identity, CHANGE_PATH, { method: "POST", body })),
    ),
  );
`,
      replace: `  await withPasswordConfirmation({ session, account }, () => callAs(identity, CHANGE_PATH, { method: "POST", body }));
`,
    },
    {
      file: "medusa/src/modules/emailpass/provider.ts",
      find: 'import { bumpTokenVersion } from "../../tokens/token-version";\n',
      replace: "",
    },
    {
      file: "medusa/src/modules/emailpass/provider.ts",
      find: "{ ...change, user_metadata: bumpTokenVersion() }",
      replace: "change",
    },
  ],
  caughtBy: {
    file: "e2e/revocation.spec.ts",
    title: "A changed password",
    message: /Your password has changed/u,
  },
};
