import { expect, test } from "vitest";
import { newCanary } from "./canary";
import { LeakWatch } from "./leak-watch";

const SECRET = /cart_[0-9A-Z]{26}/g;
const html = { "content-type": "text/html" };

function watchExchanges(...exchanges: [client: object, sent: string, body: string, headers?: HeadersInit][]) {
  const watch = new LeakWatch([{ pattern: SECRET }]);
  for (const [client, sent, body, headers = html] of exchanges)
    watch.record({ client, url: "http://localhost/us/cart", sent, headers: new Headers(headers), body });
  return watch.listLeaks();
}

test("A client without a browser may receive what it has sent, and nothing that another one has", async () => {
  const [ada, ida] = [{}, {}];
  const canary = newCanary();
  expect(await watchExchanges([ada, canary, ""], [ada, "", canary])).toEqual([]);
  expect(await watchExchanges([ada, canary, ""], [ida, "", canary])).toEqual([
    `http://localhost/us/cart shows ${canary}, which is somebody else's`,
  ]);
});

test("A client without a browser may receive no secret, and no cookie of another one", async () => {
  const cookie = { ...html, "set-cookie": "session=0123456789abcdef0123; HttpOnly" };
  expect(await watchExchanges([{}, "", "cart_01M7YDA7GBEWTA660D0M9N673S"])).toHaveLength(1);
  expect(await watchExchanges([{}, "", "", cookie], [{}, "", "0123456789abcdef0123"])).toHaveLength(1);
  expect(await watchExchanges([{}, "", "", cookie], [{}, "", "", cookie])).toHaveLength(1);
});

test("A body that is no text is not read", async () => {
  expect(await watchExchanges([{}, "", newCanary(), { "content-type": "image/webp" }])).toEqual([]);
});
