import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { apiTest as test, expect } from "./support/api-test";
import { environment } from "./support/environment";
import { newClientIp } from "./support/identity";

const clientIp = newClientIp();
const ownOrigin = () => new URL(environment.medusaUrl).origin;

type Call = { method?: string; headers?: Record<string, string>; body?: BodyInit };

function send(path: string, { method = "GET", headers = {}, body }: Call = {}): Promise<Response> {
  const options = { method, headers: { ...clientIp, ...headers }, redirect: "manual" } as const;
  return fetch(new URL(path, environment.medusaUrl), body === undefined ? options : { ...options, body });
}

async function signIn(): Promise<string> {
  const json = { "content-type": "application/json" };
  const body = JSON.stringify(environment.admin);
  const response = await send("/auth/user/emailpass", { method: "POST", headers: json, body });
  return ((await response.json()) as { token: string }).token;
}

/** Signs in and returns the session cookie, as the dashboard in a browser has it. */
async function startCookieSession(): Promise<string> {
  const headers = { authorization: `Bearer ${await signIn()}`, origin: ownOrigin() };
  const response = await send("/auth/session", { method: "POST", headers });
  return response.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

function listForeignOrigins(): [string, Record<string, string>][] {
  const { hostname, port } = new URL(environment.medusaUrl);
  return [
    ["another port", { origin: `http://${hostname}:${Number(port) + 77}` }],
    ["the storefront", { origin: `http://${hostname}:${Number(port) - 2}` }],
    ["another scheme", { origin: `https://${hostname}:${port}` }],
    ["a subdomain", { origin: `http://a.${hostname}:${port}` }],
    ["a trailing dot", { origin: `http://${hostname}.:${port}` }],
    ["no origin", { origin: "null" }],
    ["another site, by its referrer", { referer: "https://evil.example/" }],
    ["the same site, as the browser says", { "sec-fetch-site": "same-site" }],
    ["nowhere", {}],
  ];
}

test("A change with the admin's cookie from another origin's page is refused on every route", async () => {
  const cookie = await startCookieSession();
  const json = { "content-type": "application/json" };
  const body = JSON.stringify({ first_name: "Changed" });
  for (const [what, from] of listForeignOrigins()) {
    const headers = { ...json, ...from, cookie };
    // The storefront is one of AUTH_CORS, and so allowed at /auth.
    const auth = what === "the storefront" ? [] : ["/auth/token/refresh"];
    for (const path of ["/admin/users/me", "/admin/customers", ...auth]) {
      const response = await send(path, { method: "POST", headers, body });
      expect(response.status, `${path} from ${what}`).toBe(403);
    }
    const form = await send("/admin/orders/order_1/cancel", {
      method: "POST",
      headers: { ...from, cookie, "content-type": "text/plain" },
      body: "",
    });
    expect(form.status, what).toBe(403);
    if (auth.length === 0) continue;
    const left = await send("/auth/session", { method: "DELETE", headers: { ...from, cookie } });
    expect(left.status, what).toBe(403);
  }
  expect((await send("/admin/users/me", { headers: { cookie } })).status, "still signed in").toBe(200);
});

test("The admin's own pages work with its cookie, and tools with a token from anywhere", async () => {
  const cookie = await startCookieSession();
  const json = { "content-type": "application/json" };
  const change = JSON.stringify({ metadata: { tried: true } });
  const path = "/admin/stores";
  const { stores } = (await (await send(path, { headers: { cookie } })).json()) as {
    stores: { id: string }[];
  };
  const store = `${path}/${stores[0]?.id}`;
  const origins: Record<string, string>[] = [
    { origin: ownOrigin() },
    { referer: `${ownOrigin()}/app/settings` },
    { "sec-fetch-site": "same-origin" },
  ];
  for (const from of origins)
    expect(
      (await send(store, { method: "POST", headers: { ...json, ...from, cookie }, body: change })).status,
    ).toBe(200);
  const authorization = `Bearer ${await signIn()}`;
  const foreign = { ...json, authorization, origin: "https://tools.example" };
  expect((await send(store, { method: "POST", headers: foreign, body: change })).status).toBe(200);
  const left = await send("/auth/session", { method: "DELETE", headers: { cookie, origin: ownOrigin() } });
  expect(left.status).toBe(200);
});

test("No response of the backend can be framed or sniffed as another type", async ({ storeApi }) => {
  const { body } = await storeApi.get<{ products: { thumbnail: string }[] }>("/store/products?limit=1");
  const picture = new URL(body.products[0]?.thumbnail ?? "").pathname;
  const paths = [
    "/app",
    "/app/orders",
    "/health",
    "/store/products",
    "/admin/orders",
    "/nothing",
    "/a%00",
    picture,
  ];
  for (const path of paths) {
    const { headers } = await send(path);
    expect(headers.get("content-security-policy"), path).toContain("frame-ancestors 'none'");
    expect(headers.get("x-frame-options"), path).toBe("DENY");
    expect(headers.get("x-content-type-options"), path).toBe("nosniff");
    expect(headers.get("referrer-policy"), path).toMatch(/^(no-referrer|same-origin)$/);
  }
});

const FILES: [name: string, type: string | null][] = [
  ["page.html", null],
  ["page.HtMl", null],
  ["picture.png.html", null],
  ["picture.svg", null],
  ["feed.xml", null],
  ["page", null],
  ["script.js", null],
  ["picture.PNG", "image/png"],
  ["page.html.webp", "image/webp"],
];

test("An uploaded file is served as a picture or a download, never as a page of the admin's origin", async () => {
  const authorization = `Bearer ${await signIn()}`;
  const form = new FormData();
  const content = "<script>document.title = 'ran'</script>";
  for (const [name] of FILES) form.append("files", new File([content], name, { type: "text/html" }));
  const response = await send("/admin/uploads", { method: "POST", headers: { authorization }, body: form });
  const { files } = (await response.json()) as { files: { id: string; url: string }[] };
  expect(files).toHaveLength(FILES.length);
  for (const [index, [name, type]] of FILES.entries()) {
    const { status, headers } = await send(new URL(files[index]?.url ?? "").pathname);
    expect(status, name).toBe(200);
    expect(headers.get("content-type"), name).toBe(type ?? "application/octet-stream");
    expect(headers.get("content-disposition"), name).toBe(type ? null : "attachment");
    expect(headers.get("content-security-policy"), name).toContain("sandbox; default-src 'none'");
    expect(headers.get("x-content-type-options"), name).toBe("nosniff");
  }
  for (const { id } of files)
    await send(`/admin/uploads/${id}`, { method: "DELETE", headers: { authorization } });
});

test("A private file is available to admins only, however its URL is spelled", async () => {
  const name = `private-${Date.now()}-orders-${randomUUID()}.csv`;
  writeFileSync(join(environment.dataFolder, "uploads", name), "order,address\n1,350 Fifth Avenue\n");
  const spellings = [name, name.replace("p", "%70"), `./${name}`, `/${name}`, name.replace("-", "%2d")];
  for (const spelling of spellings) {
    const response = await send(`/static/${spelling}`);
    expect(response.status, spelling).not.toBe(200);
    expect(await response.text(), spelling).not.toContain("Fifth Avenue");
  }
  const admins: Record<string, string>[] = [
    { authorization: `Bearer ${await signIn()}` },
    { cookie: await startCookieSession() },
  ];
  for (const headers of admins) {
    const response = await send(`/static/${name}`, { headers });
    expect(await response.text()).toContain("Fifth Avenue");
    expect(response.headers.get("cache-control")).toBe("private, no-store");
  }
});
