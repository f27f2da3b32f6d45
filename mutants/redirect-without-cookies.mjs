// @ts-check

/**
 * Authentication runs against one response object, and another is returned.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const redirectWithoutCookies = {
  name: "redirect-without-cookies",
  report: "F1",
  fault:
    "the redirect that answers a form leaves as another response than the one that the renewed token was set on",
  edits: [
    {
      file: "lib/session/refresh.ts",
      find: `  response.cookies.set(name, rotated, options);
`,
      replace: `  // A form is answered by a redirect, which is made anew.
  if (request.method === "POST") return respond({ request: { headers: request.headers } });
  response.cookies.set(name, rotated, options);
`,
    },
  ],
  caughtBy: {
    file: "e2e/middleware.spec.ts",
    title:
      "An action knows the shopper in the very request that renews the session token, and the redirect after it carries the new one",
    message: /Expected substring: "__Host-cloakroom-session="|Received has value: null/u,
  },
};
