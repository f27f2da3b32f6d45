// @ts-check

/**
 * Somebody who has copied a cookie can go on using the copy, and nobody ever learns of it.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const generationUnchecked = {
  name: "generation-unchecked",
  report: "F4",
  fault: "any token of a living session is good, however long ago it was replaced",
  edits: [
    {
      file: "lib/session/rotation.ts",
      find: "  if (offset === 0 || offset === 1) {",
      replace: "  if (offset <= 1) {",
    },
  ],
  caughtBy: {
    file: "e2e/replayed-session-token.spec.ts",
    title:
      "An old copy of a session's cookie opens nothing, ends the session it was taken from, and its owner is told why",
    message: /An old copy of your session turned up/u,
  },
};
