import { expect, test } from "vitest";
import { toClientError } from "./client-error";

const fail = (own: object) => Object.assign(new Error("Unexpected token in ida@cloakroom.test"), own);

test.each([
  [{ statusCode: 400, type: "entity.parse.failed" }, 400],
  [{ statusCode: 413 }, 413],
  [{ statusCode: 415 }, 415],
  [{ code: "22021" }, 400],
  [{ code: "22003" }, 400],
])("%j is a client error, and its message is not exposed", (own, status) => {
  const clientError = toClientError(fail(own));
  expect(clientError?.status).toBe(status);
  expect(clientError?.message).not.toContain("ida@");
});

test("an unknown provider is a client error", () => {
  expect(toClientError(new Error("Could not resolve 'au_nope'."))?.status).toBe(400);
});

test.each([{}, { statusCode: 500 }, { code: "23505" }, { code: "ECONNREFUSED" }, { type: "not_found" }])(
  "%j is not a client error",
  (own) => expect(toClientError(fail(own))).toBeNull(),
);
