// @ts-check

/**
 * Next then shows the new ticket to pages all the same, and they take it for one that the browser has shown. A lost
 * answer leaves the browser with a ticket that the row has moved on from.
 * @type {import("../tools/mutants/mutant").Mutant}
 */
export const renewedOnResponseOnly = {
  name: "renewed-on-response-only",
  report: "F1",
  fault: "the renewed ticket is set on the response only, not on the request that is under way",
  edits: [
    {
      file: "lib/session/refresh.ts",
      find: `  request.cookies.set(name, renewed);
  request.headers.set(SHOWN_TICKET_HEADER, shown.text);
  const response = answer({ request: { headers: request.headers } });
`,
      replace: `  const response = answer();
`,
    },
  ],
  caughtBy: {
    file: "e2e/middleware.spec.ts",
    title:
      "Pages and routes behind the middleware know the shopper at the very request that renews the ticket, as often as its answer is lost",
    message: /Expected: \d+\s+Received: \d+/u,
  },
};
