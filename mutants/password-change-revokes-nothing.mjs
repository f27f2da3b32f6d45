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
      file: "lib/auth/change-password.ts",
      find: `  await endEverywhere("password-changed", () =>
    withPassword(async () =>
      readFreshToken(await callAs(customerHeaders(medusaToken), PATH, { method: "POST", body })),
    ),
  );
`,
      replace: `  await withPassword(() => callAs(customerHeaders(medusaToken), PATH, { method: "POST", body }));
`,
    },
    {
      file: "medusa/src/modules/emailpass/provider.ts",
      find: 'import { beginSeries } from "../../tokens/series";\n',
      replace: "",
    },
    {
      file: "medusa/src/modules/emailpass/provider.ts",
      find: "{ ...change, user_metadata: beginSeries() }",
      replace: "change",
    },
  ],
  caughtBy: {
    file: "e2e/revocation.spec.ts",
    title: "A changed password",
    message: /Your password has changed/u,
  },
};
