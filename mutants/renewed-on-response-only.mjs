// @ts-check

/**
 * Next then shows the new token to pages all the same, and they take it for one that the browser has presented. A lost
 * answer leaves the browser with a token that the row has moved on from.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const renewedOnResponseOnly = {
  name: "renewed-on-response-only",
  report: "F1",
  fault: "the renewed token is set on the response only, not on the request that is under way",
  edits: [
    {
      file: "lib/session/refresh.ts",
      find: `  request.cookies.set(name, rotated);
  request.headers.set(PRESENTED_TOKEN_HEADER, presented.text);
  const response = respond({ request: { headers: request.headers } });
`,
      replace: `  const response = respond();
`,
    },
  ],
  caughtBy: {
    file: "e2e/middleware.spec.ts",
    title:
      "Pages and routes behind the middleware know the shopper in the very request that renews the session token, however often its response is lost",
    message: /Expected: \d+\s+Received: \d+/u,
  },
};
