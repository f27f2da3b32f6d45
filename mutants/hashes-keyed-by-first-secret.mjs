// @ts-check

/**
 * As it was: with one secret, or one instance, nothing is wrong. While secrets rotate, two instances have two firsts.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const hashesKeyedByFirstSecret = {
  name: "hashes-keyed-by-first-secret",
  report: "F5",
  fault:
    "what sessions, carts and accounts are known by is hashed with the first secret of the ring, of which two instances have two while secrets rotate",
  edits: [
    {
      file: "lib/hash.ts",
      find: `import { createHash } from "node:crypto";`,
      replace: `import { createHmac } from "node:crypto";
import { env } from "@/lib/env";`,
    },
    {
      file: "lib/hash.ts",
      find: `createHash("sha256")`,
      replace: `createHmac("sha256", env.authSecrets[0])`,
    },
  ],
  caughtBy: {
    file: "e2e/rotated-secrets.spec.ts",
    title: "A device that is listed by one instance is signed out by the other",
    message: /the devices left/u,
  },
};
