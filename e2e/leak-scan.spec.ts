import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type OutgoingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { test as base, expect, type Browser, type BrowserContext } from "@playwright/test";
import { newCanary } from "./leak-scan/canary";
import { LeakWatch } from "./leak-scan/leak-watch";

/* Tests of the leak scan itself, on an application that leaks. */

const SECRET_PATTERNS = [{ pattern: /cart_[0-9A-Z]{26}/g, allowedUrl: /\/allowed$/ }];

type Page = { headers?: OutgoingHttpHeaders; body?: string };

const test = base.extend<{ watch: LeakWatch; serve: (pages: Record<string, Page>) => Promise<string> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its pattern.
  watch: async ({}, provide) => {
    await provide(new LeakWatch(SECRET_PATTERNS));
  },
  // oxlint-disable-next-line no-empty-pattern -- As above.
  serve: async ({}, provide) => {
    const pages: Record<string, Page> = {};
    const server = createServer((request, response) => {
      const { headers, body = "" } = pages[request.url?.split("?")[0] ?? ""] ?? {};
      response.writeHead(200, { "content-type": "text/html", ...headers }).end(body);
    });
    await new Promise<void>((resolve) => void server.listen(0, resolve));
    await provide(async (more) => {
      Object.assign(pages, more);
      return `http://localhost:${(server.address() as AddressInfo).port}`;
    });
    server.closeAllConnections();
    server.close();
  },
});

// Tracing reads every body in time, which the leak scan must manage by itself.
test.use({ trace: "off" });

/** Opens a browser context that the leak scan watches. */
async function open(browser: Browser, watch: LeakWatch): Promise<BrowserContext> {
  const context = await browser.newContext();
  watch.attach(context);
  return context;
}

/** Opens pages one after the other. A browser discards the body of a page that it leaves, so each is read before. */
async function visit(watch: LeakWatch, context: BrowserContext, ...addresses: string[]) {
  const page = await context.newPage();
  for (const address of addresses) {
    await page.goto(address);
    await watch.waitForResponses();
  }
  return page;
}

test("A response with another person's canary is reported", async ({ browser, watch, serve }) => {
  const canary = newCanary();
  const hello = `<p>Hello ${btoa(canary)}`;
  const shop = await serve({ "/": {}, "/me": { body: hello }, "/cached": { body: hello } });
  const owner = await open(browser, watch);
  const page = await visit(watch, owner, `${shop}/`);
  await page.evaluate(
    (name) => fetch("/sign-up", { method: "POST", body: JSON.stringify({ name }) }),
    canary,
  );
  await page.goto(`${shop}/me`);
  expect(await watch.listLeaks()).toEqual([]);

  await visit(watch, await open(browser, watch), `${shop}/cached`);
  expect(await watch.listLeaks()).toEqual([`${shop}/cached shows ${canary}, which is somebody else's`]);
});

test("The value of an HttpOnly cookie is reported in a page and in a second browser", async ({
  browser,
  watch,
  serve,
}) => {
  const secret = "5f3c9a1e-secret-session-of-one-browser";
  const shop = await serve({
    "/": { headers: { "set-cookie": `session=${secret}; HttpOnly; Path=/` } },
    "/page": { body: `<a href="?session=${secret}">Share</a>` },
  });
  await visit(watch, await open(browser, watch), `${shop}/`);
  expect(await watch.listLeaks()).toEqual([]);

  await visit(watch, await open(browser, watch), `${shop}/`, `${shop}/page`);
  expect(await watch.listLeaks()).toEqual([
    `${shop}/page shows a secret: ${secret.slice(0, 24)}…`,
    `${shop}/ gives out a session that another browser has been given`,
  ]);
});

test("A text that matches a secret's pattern is reported in a page, header or URL, except on allowed pages", async ({
  browser,
  watch,
  serve,
}) => {
  const id = "cart_01M7YDA7GBEWTA660D0M9N673S";
  const shop = await serve({
    "/allowed": { body: id },
    "/body": { body: id },
    "/header": { headers: { "x-cart": id } },
  });
  const paths = ["/allowed", "/body", "/header", `/address?id=${id}`];
  await visit(watch, await open(browser, watch), ...paths.map((path) => shop + path));
  const places = (await watch.listLeaks()).map((leak) => leak.split(" ")[0]);
  expect(places).toEqual([`${shop}/body`, `${shop}/header`, `${shop}/address?id=${id}`]);
});

test("A secret that a test adds is reported in every page, also in earlier ones", async ({
  browser,
  watch,
  serve,
}) => {
  const [session, token] = [randomUUID(), randomBytes(24).toString("base64url")];
  const shop = await serve({
    "/page": { body: `<script>self.__next_f.push([1,"{\\"id\\":\\"${session}\\"}"])</script>` },
    "/data": {
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ state: btoa(token) }),
    },
    "/clean": { body: `<p>${randomUUID()}` },
  });
  await visit(watch, await open(browser, watch), `${shop}/page`, `${shop}/clean`);
  watch.addSecrets([session]);
  watch.addSecrets([token]);
  await visit(watch, await open(browser, watch), `${shop}/data`);
  expect(await watch.listLeaks()).toEqual([
    `${shop}/page shows a secret: ${session.slice(0, 24)}…`,
    `${shop}/data shows a secret: ${token.slice(0, 24)}…`,
  ]);
});

test("The value of one browser's HttpOnly cookie is reported in a page of another", async ({
  browser,
  watch,
  serve,
}) => {
  const secret = randomUUID();
  const shop = await serve({
    "/": { headers: { "set-cookie": `session=${secret}; HttpOnly; Path=/` } },
    "/cached": { body: `<meta name="session" content="${secret}">` },
  });
  await visit(watch, await open(browser, watch), `${shop}/`);
  await visit(watch, await open(browser, watch), `${shop}/cached`);
  expect(await watch.listLeaks()).toEqual([`${shop}/cached shows a secret: ${secret.slice(0, 24)}…`]);
});

test("A secret too short to be distinctive is refused", ({ watch }) => {
  expect(() => watch.addSecrets(["short"])).toThrow("too short");
});

test("Responses that arrived before the browser closed are scanned", async ({ browser, watch, serve }) => {
  const secret = randomUUID();
  const shop = await serve({ "/page": { body: secret } });
  const context = await open(browser, watch);
  await visit(watch, context, `${shop}/page`);
  await watch.waitForResponses();
  await context.close();
  watch.addSecrets([secret]);
  expect(await watch.listLeaks()).toHaveLength(1);
});
