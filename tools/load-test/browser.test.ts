import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { Random } from "../../e2e/support/random";
import { LoadTestBrowser } from "./browser";
import { Canaries } from "./canaries";

const TOKEN = "__Host-cloakroom-session=token; Path=/; Secure; HttpOnly; SameSite=Lax";

let cookies: (string | undefined)[] = [];
const server = createServer((incoming, outgoing) => {
  cookies.push(incoming.headers.cookie);
  outgoing.writeHead(201, { "set-cookie": ["a=1", TOKEN], "x-said": "yes" }).end("told");
});

beforeAll(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = server.address() as AddressInfo;
  for (const name of ["BASE_URL", "SECOND_BASE_URL"]) vi.stubEnv(name, `http://127.0.0.1:${port}`);
});
afterAll(() => {
  vi.unstubAllEnvs();
  server.closeAllConnections();
  server.close();
});

const newBrowser = () =>
  new LoadTestBrowser("a browser", { canaries: new Canaries(), random: new Random(1), instances: 2 });

it("A response comes with its headers, its secret cookies and the time it took, and its cookies are sent", async () => {
  const browser = newBrowser();
  const response = await browser.send({ path: "/" });
  expect(response).toMatchObject({ status: 201, body: "told", location: null });
  expect(response?.headers).toEqual(expect.arrayContaining(["x-said", "yes"]));
  expect(response?.headers).not.toContain(TOKEN);
  expect(response?.secretCookies).toEqual([{ name: "__Host-cloakroom-session", value: "token" }]);
  expect(response?.timing.answeredAt).toBeGreaterThan(response?.timing.sentAt ?? Infinity);
  cookies = [];
  await browser.send({ path: "/" });
  expect(cookies).toEqual(["a=1; __Host-cloakroom-session=token"]);
  expect(browser.takeTokens()).toEqual(["token"]);
});

it.each(["before-body", "after-request"] as const)(
  "A request that is aborted (%s) has reached the shop, and its cookies are lost",
  async (abort) => {
    const browser = newBrowser();
    cookies = [];
    expect(await browser.send({ path: "/", abort })).toBeNull();
    await expect.poll(() => cookies).toHaveLength(1);
    expect(browser.lastToken).toBeUndefined();
  },
);

it("No response is an error", async () => {
  vi.stubEnv("BASE_URL", "http://127.0.0.1:8999");
  vi.stubEnv("SECOND_BASE_URL", "http://127.0.0.1:8999");
  await expect(newBrowser().send({ path: "/" })).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
});
