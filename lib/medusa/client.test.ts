import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { callAs, readPublic } from "@/lib/medusa/client";
import { customerHeaders, guestHeaders } from "@/lib/medusa/headers";

/** What each request said of who is asking, in the order in which they came. */
const asked: (string | undefined)[] = [];

const backend = createServer((request, response) => {
  asked.push(request.headers.authorization);
  // What signing in answers: a client that keeps tokens would keep this one.
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify({ token: "kept" }));
});

beforeAll(async () => {
  await new Promise<void>((resolve) => void backend.listen(0, resolve));
  vi.stubEnv("MEDUSA_URL", `http://localhost:${(backend.address() as AddressInfo).port}`);
  vi.stubEnv("MEDUSA_PUBLISHABLE_KEY", "pk_test");
  vi.stubEnv("REVALIDATE_SECRET", "secret");
});
afterAll(() => void backend.close());

test("Nothing of one shopper's request is left for the next one's, whoever that is", async () => {
  await callAs(customerHeaders("ann"), "/auth/customer/emailpass", { method: "POST", body: {} });
  await callAs(guestHeaders(), "/store/carts/cart_1");
  await callAs(customerHeaders("bob"), "/store/customers/me");
  await readPublic("/store/products");
  expect(asked).toEqual(["Bearer ann", "", "Bearer bob", ""]);
});

test("Many at once are each asked for in their own name", async () => {
  asked.length = 0;
  const names = Array.from({ length: 40 }, (_, index) => `shopper-${index}`);
  await Promise.all(
    names.flatMap((name) => [
      callAs(customerHeaders(name), "/store/customers/me"),
      callAs(guestHeaders(), "/store/carts/cart_1"),
    ]),
  );
  const sent = asked.toSorted((a = "", b = "") => a.localeCompare(b));
  const expected = [...names.map((name) => `Bearer ${name}`), ...names.map(() => "")];
  expect(sent).toEqual(expected.toSorted((a, b) => a.localeCompare(b)));
});
