import { apiTest as test, expect } from "./support/api-test";
import { environment } from "./support/environment";
import { newClientIp } from "./support/identity";
import { createReadyCart, findVariantId } from "./support/place-order-via-api";
import { newEmail } from "./support/medusa-store-api";

const clientIp = newClientIp();
const json = { "content-type": "application/json" };

type Call = { method?: string; headers?: Record<string, string>; body?: string };

async function send(path: string, { method = "POST", headers = json, body }: Call = {}) {
  const allHeaders = { "x-publishable-api-key": environment.publishableKey, ...clientIp, ...headers };
  const options = { method, headers: allHeaders, ...(body === undefined ? {} : { body }) };
  const response = await fetch(new URL(path, environment.medusaUrl), options);
  return { status: response.status, text: await response.text() };
}

async function adminHeaders(): Promise<Record<string, string>> {
  const { text } = await send("/auth/user/emailpass", { body: JSON.stringify(environment.admin) });
  return { ...json, authorization: `Bearer ${(JSON.parse(text) as { token: string }).token}` };
}

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`;

test("Characters that no field can hold are refused with 400 in every body, query and path", async ({
  storeApi,
}) => {
  const id = await createReadyCart(storeApi, {
    variantId: await findVariantId(storeApi, "attendants-scarf"),
    quantity: 1,
  });
  const admin = await adminHeaders();
  const canary = newEmail();
  for (const bad of ["\u0000", "\u0007", "\u001b[31m", "\u0085", "\ud800", "\n"]) {
    const text = `${canary}${bad}`;
    const bodies: [string, object, Record<string, string>?][] = [
      [`/store/carts/${id}`, { shipping_address: { first_name: text } }],
      [`/store/carts/${id}`, { metadata: { deep: { deeper: [text] } } }],
      [`/store/carts/${id}`, { metadata: { [text]: 1 } }],
      [`/store/carts/${id}/promotions`, { promo_codes: [text] }],
      [`/store/carts/${id}/complete`, { checksum: text }],
      ["/auth/customer/emailpass", { email: canary, password: text }],
      ["/auth/customer/emailpass/register", { email: canary, password: text }],
      ["/auth/user/emailpass/reset-password", { identifier: text }],
      ["/admin/customers", { email: canary, first_name: text }, admin],
    ];
    for (const [path, body, headers] of bodies) {
      const response = await send(path, { headers: headers ?? json, body: JSON.stringify(body) });
      expect(response.status, `${path} ${JSON.stringify(bad)}`).toBe(400);
      expect(response.text).not.toContain(canary);
    }
  }
  for (const bad of ["%00", "%1b", "%0a", "%c2%85", "%ff"])
    for (const path of [
      `/store/products?q=${bad}`,
      `/store/products/${bad}`,
      `/admin/orders?q=${bad}`,
      `/auth/${bad}/x`,
    ])
      expect((await send(path, { method: "GET", headers: admin })).status, path).toBe(400);
});

test("Request shapes are bounded before parsing: depth, names, lists and indexes in the query", async ({
  storeApi,
}) => {
  const admin = await adminHeaders();
  const id = await createReadyCart(storeApi, {
    variantId: await findVariantId(storeApi, "attendants-scarf"),
    quantity: 1,
  });
  const many = (count: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: count }, (_, i) => [`a${i}`, 1])));
  const bodies = [
    nested(8),
    nested(10_000),
    `{"metadata":${"[".repeat(40_000)}${"]".repeat(40_000)}}`,
    `{"metadata":${many(3_000)}}`,
    `{"metadata":{"a":[${Array(5_000).fill(1).join()}]}}`,
    `{"__proto__":{"polluted":true}}`,
    `{"metadata":{"__proto__":{"polluted":true}}}`,
    `{"constructor":{"prototype":{"polluted":true}}}`,
    "{",
    "[",
    `"text"`,
    "null",
    `{"email":"${"a".repeat(300)}@b.test"`,
  ];
  for (const body of bodies) {
    for (const path of [`/store/carts/${id}`, "/auth/customer/emailpass"]) {
      const { status } = await send(path, { body });
      expect(status, `${path} ${body.slice(0, 40)}`).toBeGreaterThanOrEqual(400);
      expect(status, `${path} ${body.slice(0, 40)}`).toBeLessThan(500);
    }
  }
  expect((await send("/admin/customers", { headers: admin, body: nested(30) })).status).toBe(400);
  expect((await send("/store/carts", { body: JSON.stringify({ email: "a".repeat(150_000) }) })).status).toBe(
    413,
  );

  const startedAt = performance.now();
  for (const query of ["a[4000000000]=1", "a%5B50000000%5D=1", "a[0][1000000000]=1"])
    expect((await send(`/store/products?${query}`, { method: "GET" })).status).toBe(400);
  expect(performance.now() - startedAt).toBeLessThan(3_000);
});

test("A meaningless query or body is a client error, never a server error", async ({ storeApi }) => {
  const admin = await adminHeaders();
  const long = "a".repeat(5_000);
  const queries = [
    `q=${long}`,
    `q[]=a`,
    `q[a]=b`,
    `fields=${long},${long}`,
    "fields[]=id",
    "fields[a]=b",
    "limit=-1",
    "limit=1e99",
    "limit=99999999999999999999",
    "limit[]=1",
    "limit=1&limit=2",
    "offset=9223372036854775808",
    "offset=-1",
    "order[]=a",
    "order[a]=b",
  ];
  for (const query of queries)
    for (const path of ["/store/products", "/store/regions", "/admin/products", "/admin/orders"]) {
      const { status } = await send(`${path}?${query}`, { method: "GET", headers: admin });
      expect(status, `${path}?${query.slice(0, 40)}`).toBe(400);
    }
  const id = await createReadyCart(storeApi, {
    variantId: await findVariantId(storeApi, "attendants-scarf"),
    quantity: 1,
  });
  const kinds = [
    "text/plain",
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=x",
    "application/xml",
    "",
    "text/html",
  ];
  for (const kind of kinds)
    for (const path of [`/store/carts/${id}`, "/auth/customer/emailpass"])
      expect(
        (await send(path, { headers: { "content-type": kind }, body: `{"email":"a@b.test"}` })).status,
        kind,
      ).toBe(415);
  for (const path of ["/auth/customer/nope", "/store/payment-collections/nope/payment-sessions"]) {
    const { status } = await send(path, { body: `{"provider_id":"pp_nope"}` });
    expect([400, 401, 404], path).toContain(status);
  }
  const quantities = [1e308, 99_999_999_999, 1e-9, -1];
  for (const quantity of quantities) {
    const body = JSON.stringify({ variant_id: await findVariantId(storeApi, "attendants-scarf"), quantity });
    const { status } = await send(`/store/carts/${id}/line-items`, { body });
    expect(status, String(quantity)).toBeLessThan(500);
  }
});

test("An admin can write line breaks in multi-line fields", async () => {
  const headers = await adminHeaders();
  const body = JSON.stringify({ email: newEmail(), metadata: { note: "One\n\tTwo\r\n" } });
  const created = await send("/admin/customers", { headers, body });
  expect(created.status).toBe(200);
  const { customer } = JSON.parse(created.text) as { customer: { id: string } };
  expect((await send(`/admin/customers/${customer.id}`, { method: "DELETE", headers })).status).toBe(200);
});
