// @ts-check

/**
 * The very fault of the report: one object of headers for all requests, in which only those who have a token write.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const authorizationLeftOut = {
  name: "authorization-left-out",
  report: "F3",
  fault:
    "the headers of guests leave `authorization` out, so that the one before is used; and what was read with it is kept",
  edits: [
    {
      file: "lib/medusa/headers.ts",
      find: `  return { authorization: "" } as IdentityHeaders;`,
      replace: "  return {} as IdentityHeaders;",
    },
    {
      file: "lib/medusa/client.ts",
      find: "export type Query =",
      replace: `const sent: Record<string, string> = {};

export type Query =`,
    },
    {
      file: "lib/medusa/client.ts",
      find: "      headers: { ...identity, ...(isResponseIgnored",
      replace: "      headers: { ...Object.assign(sent, identity), ...(isResponseIgnored",
    },
    {
      file: "lib/medusa/client.ts",
      find: `      cache: "no-store",`,
      replace: `      cache: request.method ? "no-store" : "force-cache",`,
    },
  ],
  caughtBy: {
    file: "e2e/after-sign-in.spec.ts",
    title:
      "A guest who begins a cart after somebody else has signed in begins a guest's, and the order is nobody else's",
    message: /the cart is a guest's[^]*Received: 404/u,
  },
};
