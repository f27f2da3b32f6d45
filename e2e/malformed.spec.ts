import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";
import { sendRaw, formatRequest } from "./support/raw-http";

/** One route of each kind: static page, dynamic page, route handlers, image, files, 404. */
const ROUTES = [
  "/us",
  "/us/cart",
  "/us/login",
  "/api/shopper",
  "/api/revalidate",
  "/_next/image?url=%2Feditorial%2Fhero.webp&w=750&q=75",
  "/editorial/opengraph.jpg",
  "/_next/static/chunks/none.js",
  "/nothing",
];

const PATHS = [
  "/%",
  "/us/%E0%A4%A",
  ...["products", "categories", "collections", "store/x", "account/orders/details"].map(
    (part) => `/us/${part}/%ff`,
  ),
  "/us/order/%ff/confirmed",
  "/us/products/%ff.rsc",
  "/us/%00",
  "/us/products/a%00b",
  "/us/products/%0d%0aset-cookie:a",
  "/us/%5c",
  "/us\\store",
  "//",
  "//us",
  "/us//store",
  "/us/..;/store",
  "/us/%2e%2e/%2e%2e",
  "*",
  "http://%ff/us",
  "us",
  "/_global-error",
  "/_error",
  "/500",
  `/us/products/${"a".repeat(255)}`,
  `/us/products/${"a".repeat(12_000)}`,
  `/us/${"a/".repeat(3_000)}`,
  `/us/search?${"q=a&".repeat(2_500)}`,
  "/us/store?page=%",
  "/us/search?q=%ff",
  "/us/checkout?step=%ff",
  "/us/login?next=%ff",
  "/us/reset-password?token=%00",
  "/us?__proto__=x&constructor=y",
  "/_next/image",
  "/_next/image?url=%ff&w=750&q=75",
  "/_next/image?url=/us&w=750&q=75",
  "/_next/static/%ff",
  "/editorial/%00.jpg",
];

const routerState = (value: unknown) => ({
  rsc: "1",
  "next-router-state-tree": encodeURIComponent(JSON.stringify(value)),
});

const HEADERS: Record<string, string>[] = [
  { rsc: "junk" },
  { rsc: "1", "next-router-state-tree": "%" },
  { rsc: "1", "next-router-state-tree": "[".repeat(12_000) },
  routerState(null),
  routerState(["__proto__", { children: ["x", {}] }]),
  { rsc: "1", "next-router-prefetch": "junk" },
  { rsc: "1", "next-router-prefetch": "1", "next-router-segment-prefetch": "/../../%ff" },
  { rsc: "1", "next-url": "//evil.example/%ff" },
  { "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware" },
  { "x-middleware-rewrite": "/%ff" },
  { "x-invoke-path": "/%ff", "x-invoke-status": "junk" },
  { "x-nextjs-data": "1", "x-matched-path": "/%ff" },
  { "next-resume": "1" },
  { "x-prerender-revalidate": "junk" },
  { "content-security-policy": "script-src 'nonce-mine'" },
  { "accept-language": ",;q=\xff".repeat(1_000) },
  { cookie: "%=%; cart=%ff; country=%ff; __Host-cloakroom-session=%; __Host-cloakroom-wait=\x01" },
  { cookie: "a=1; ".repeat(2_000) },
  { cookie: `__Host-cloakroom-session=${"a".repeat(4_000)}; __Host-cart=${"b".repeat(4_000)}` },
  { "if-none-match": '"' },
  { "if-match": "junk" },
  { range: "bytes=9999999999-" },
  { range: "bytes=1-0" },
  { "x-forwarded-host": "\xff", "x-forwarded-proto": "junk", "x-forwarded-for": "junk" },
  { accept: "%ff", "accept-encoding": "%ff" },
];

const METHODS = ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"];

const part = (name: string, value = "") =>
  `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
const MULTIPART = "multipart/form-data; boundary=x";
const UNKNOWN_ID = `7f${"0".repeat(40)}`;

/** Bodies of forms, sent without JavaScript, or with an action id as by JavaScript. */
const POSTS: [type: string, body: string][] = [
  ["multipart/form-data", "a=b"],
  ["multipart/form-data; boundary=", "--\r\n"],
  [`multipart/form-data; boundary=${"a".repeat(5_000)}`, "a"],
  [MULTIPART, "--x"],
  [MULTIPART, part("a")],
  [MULTIPART, `${part("a")}--x--`],
  [MULTIPART, `--x\r\ncontent-disposition: form-data\r\n\r\nv\r\n--x--`],
  [MULTIPART, `${part("$ACTION_ID_junk")}--x--`],
  [MULTIPART, `${part(`$ACTION_ID_${UNKNOWN_ID}`)}--x--`],
  [MULTIPART, `${part("$ACTION_REF_1")}--x--`],
  [MULTIPART, `${part("$ACTION_REF_1")}${part("$ACTION_1:0", '{"id":"junk","bound":"$@1"}')}--x--`],
  ["multipart/form-data; charset=utf-16; boundary=x", `${part("0", "[]")}--x--`],
  ["application/x-www-form-urlencoded; charset=klingon", "%=%"],
  ["application/json", "["],
  ["text/plain", "["],
  ["junk", "junk"],
];

/** Bodies of calls of an existing action: arguments as text or as parts. */
const CALLS: [type: string, body: string][] = [
  ["text/plain;charset=UTF-8", "["],
  ["text/plain;charset=UTF-8", '["$F1"]'],
  ["text/plain;charset=UTF-8", "[".repeat(50_000) + "]".repeat(50_000)],
  ["application/json", "[]"],
  [MULTIPART, "--x"],
  [MULTIPART, `${part("0", "[")}--x--`],
  [MULTIPART, `${part("0", '["$9","$K1"]')}--x--`],
  [MULTIPART, `${part("0", '["$1:__proto__:x","$@7"]')}${part("1", "{}")}--x--`],
  [MULTIPART, `${part("0", '["$F1"]')}${part("1", `{"id":"${UNKNOWN_ID}","bound":null}`)}--x--`],
  [MULTIPART, `${part("a", "b")}--x--`],
  ["text/plain;charset=UTF-8", "[]"],
  [MULTIPART, `${part("0", '[null,"form"]')}--x--`],
];

const ORIGINS = ["null", "junk", "http://[", "%ff", "https://evil.example"];

async function listRequests(baseURL: string): Promise<string[]> {
  const host = new URL(baseURL).host;
  const ownHeaders = { host, origin: baseURL };
  const id = await readActionId(baseURL);
  const onEveryRoute = (message: Omit<Parameters<typeof formatRequest>[0], "path">) =>
    ROUTES.map((path) => formatRequest({ path, ...message }));
  const post = (type: string, body: string, more: Record<string, string> = {}) =>
    onEveryRoute({ method: "POST", body, headers: { ...ownHeaders, "content-type": type, ...more } });
  return [
    ...PATHS.flatMap((path) => [
      formatRequest({ path }),
      formatRequest({ path, headers: { rsc: "1" } }),
      formatRequest({ path, method: "HEAD" }),
      formatRequest({
        path,
        method: "POST",
        body: "a=b",
        headers: { ...ownHeaders, "content-type": "application/x-www-form-urlencoded" },
      }),
    ]),
    ...HEADERS.flatMap((headers) => onEveryRoute({ headers })),
    ...METHODS.flatMap((method) => [...onEveryRoute({ method }), ...onEveryRoute({ method, body: "a=b" })]),
    ...POSTS.flatMap(([type, body]) => [
      ...post(type, body),
      ...post(type, body, { "next-action": UNKNOWN_ID }),
    ]),
    ...["", "junk", "constructor", "%ff", "0".repeat(8_000)].flatMap((action) =>
      post("text/plain", "[]", { "next-action": action }),
    ),
    ...CALLS.flatMap(([type, body]) => post(type, body, { "next-action": id })),
    ...CALLS.flatMap(([, body]) =>
      post(
        MULTIPART,
        `${part("$ACTION_REF_1")}${part("$ACTION_1:0", `{"id":"${id}","bound":"$@1"}`)}${part("$ACTION_1:1", body)}--x--`,
      ),
    ),
    ...ORIGINS.flatMap((origin) => [
      ...post(MULTIPART, `${part(`$ACTION_ID_${id}`)}--x--`, { origin }),
      ...post("text/plain", "[]", { origin, "next-action": id }),
    ]),
  ];
}

/** Reads the id of the action that the login form posts to. */
async function readActionId(baseURL: string): Promise<string> {
  const page = await (await fetch(`${baseURL}/us/login`)).text();
  return /&quot;id&quot;:&quot;([\da-f]{42})/.exec(page)?.[1] ?? "";
}

function readLog(): string {
  return readFileSync(join(environment.logsFolder, "storefront.log"), "utf8");
}

test("No malformed request causes a server error or a stack trace in the log", async ({ baseURL }) => {
  // About 1,500 requests.
  test.slow();
  const url = String(baseURL);
  const requests = await listRequests(url);
  const logLength = readLog().length;
  const failures: string[] = [];
  const queue = [...requests];
  const runWorker = async () => {
    for (let bytes = queue.pop(); bytes !== undefined; bytes = queue.pop()) {
      const { statuses } = await sendRaw(url, bytes);
      const status = statuses[0] ?? 0;
      if (status < 200 || status >= 500) failures.push(`${status}: ${bytes.slice(0, 300)}`);
    }
  };
  await Promise.all([runWorker(), runWorker(), runWorker(), runWorker()]);
  expect(failures).toEqual([]);

  // Requests a marker that is logged last; when it appears, everything before it has been logged.
  const marker = `/editorial/${crypto.randomUUID()}.webp`;
  await sendRaw(url, formatRequest({ path: `/_next/image?url=${encodeURIComponent(marker)}&w=750&q=75` }));
  await expect.poll(readLog).toContain(marker);
  expect(readLog().slice(logLength)).not.toMatch(/^\s+at /m);
});

/** Whether the path is a file, which accepts no POST of any size. */
const isFile = (path: string) => /^\/_next\/|\.\w+$/.test(path);

const LARGE = 2 * 1_048_576;
const next = formatRequest({ path: "/api/health" });
const chunked = `${LARGE.toString(16)}\r\n${"a".repeat(LARGE)}\r\n0\r\n\r\n`;

const OVERSIZED: [how: string, headers: Record<string, string>, body: string][] = [
  ["with its length", {}, "a".repeat(LARGE)],
  ["in one chunk", { "transfer-encoding": "chunked" }, chunked],
  ["of which only the length has come", { "content-length": "10737418240" }, "a"],
  ["that is announced", { expect: "100-continue", "content-length": String(LARGE) }, ""],
];

for (const [how, headers, body] of OVERSIZED) {
  test(`A body that is too large, ${how}, is answered 413 with the way out, and the connection is closed`, async ({
    baseURL,
  }) => {
    const url = String(baseURL);
    // Without these headers the revalidation route refuses a body of any size unread.
    const signature = {
      "x-cloakroom-timestamp": String(Math.floor(Date.now() / 1_000)),
      "x-cloakroom-signature": "0".repeat(64),
    };
    const common = { ...headers, ...signature, origin: url, "content-type": MULTIPART };
    const actionHeaders = { ...common, "next-action": await readActionId(url) };
    const targets = [
      ...ROUTES.filter((path) => !isFile(path)).map((path) => ({ method: "POST", path, headers: common })),
      ...ROUTES.map((path) => ({ method: "GET", path, headers: common })),
      { method: "POST", path: "/us/login", headers: actionHeaders },
    ];
    const refused = targets.map(async (target) => {
      const response = await sendRaw(url, formatRequest({ ...target, body }) + next, 2);
      expect(response.statuses, `${target.method} ${target.path}`).toEqual([413]);
      expect(response.isClosed, `${target.method} ${target.path}`).toBe(true);
      expect(response.text, target.path).toContain("Please go back, shorten it and send it again.");
    });
    await Promise.all(refused);
  });
}

test("An unread body within the limit does not block its connection", async ({ baseURL }) => {
  const url = String(baseURL);
  const body = "a".repeat(200_000);
  for (const method of ["POST", "GET", "PUT"]) {
    for (const path of ROUTES) {
      const { statuses, isClosed } = await sendRaw(
        url,
        formatRequest({ method, path, body, headers: { origin: url } }) + next,
        2,
      );
      expect(statuses.length === 2 || isClosed, `${method} ${path}`).toBe(true);
      expect(statuses[0], `${method} ${path}`).toBeLessThan(500);
    }
  }
});

test("An invalid content length is refused, and so is one beside chunked encoding", async ({ baseURL }) => {
  const url = String(baseURL);
  for (const length of ["-1", "junk", "1, 2", "0x10"]) {
    const { statuses } = await sendRaw(
      url,
      formatRequest({ method: "POST", path: "/us/login", headers: { "content-length": length }, body: "a" }),
    );
    expect(statuses, length).toEqual([400]);
  }
  const both = { "content-length": "1", "transfer-encoding": "chunked" };
  expect(
    (await sendRaw(url, formatRequest({ method: "POST", path: "/us", headers: both, body: "0\r\n\r\n" })))
      .statuses,
  ).toEqual([400]);
});
