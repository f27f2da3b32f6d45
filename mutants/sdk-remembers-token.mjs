// @ts-check

/**
 * One client for all, as the SDK's documentation shows it. That guests say who they are not (`authorization: ""`) would
 * overrule its memory, so that line of defence is taken away as well.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const sdkRemembersToken = {
  name: "sdk-remembers-token",
  report: "F3",
  fault: "the SDK remembers the token of the last customer, and sends it with the requests of guests",
  edits: [
    {
      file: "lib/medusa/client.ts",
      find: `jwtTokenStorageMethod: "nostore"`,
      replace: `jwtTokenStorageMethod: "memory"`,
    },
    {
      file: "lib/medusa/client.ts",
      find: "function createClient(): Client {\n  return new Client({",
      replace: `let shared: Client | undefined;

function createClient(): Client {
  return shared ??= new Client({`,
    },
    {
      file: "lib/medusa/client.ts",
      find: "    return await createClient().fetch<unknown>(path, {",
      replace: `    // As the SDK's own sign-in does.
    if (identity.authorization) await createClient().setToken(identity.authorization.replace("Bearer ", ""));
    return await createClient().fetch<unknown>(path, {`,
    },
    {
      file: "lib/medusa/headers.ts",
      find: `  return { authorization: "" } as IdentityHeaders;`,
      replace: "  return {} as IdentityHeaders;",
    },
  ],
  caughtBy: {
    file: "e2e/after-sign-in.spec.ts",
    title:
      "A guest who begins a cart after somebody else has signed in begins a guest's, and the order is nobody else's",
    message: /the cart is a guest's[^]*Received: 404/u,
  },
};
