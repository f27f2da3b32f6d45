import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { Random } from "../../e2e/support/random";
import { LoadTestBrowser } from "./browser";
import { Canaries } from "./canaries";

const TOKEN = "__Host-cloakroom-session=token; Path=/; Secure; HttpOnly; SameSite=Lax";

let shop = "";
let cookies: (string | undefined)[] = [];
const server = createServer((incoming, outgoing) => {
  cookies.push(incoming.headers.cookie);
  outgoing.writeHead(201, { "set-cookie": ["a=1", TOKEN], "x-said": "yes" }).end("told");
});

beforeAll(async () => {
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = server.address() as AddressInfo;
  shop = `http://127.0.0.1:${port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const newBrowser = (origin = shop) =>
  new LoadTestBrowser("a browser", { canaries: new Canaries(), random: new Random(1), origins: [origin] });

it("A response comes with the time it took, and its cookies are sent", async () => {
  const browser = newBrowser();
  const received = await browser.send({ path: "/" });
  expect(received).toMatchObject({ response: { status: 201 }, body: "told" });
  expect(received?.timing.answeredAt).toBeGreaterThan(received?.timing.sentAt ?? Infinity);
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
  const browser = newBrowser("http://127.0.0.1:8999");
  await expect(browser.send({ path: "/" })).rejects.toMatchObject({ cause: { code: "ECONNREFUSED" } });
});
