import { afterEach, expect, it, vi } from "vitest";
import { fillForm, HttpBrowser, readForm } from "./http-browser";

const PAGE = `
  <form><input type="hidden" name="form" value="other"/></form>
  <form>
    <input type="hidden" name="$ACTION_1:0" value="{&quot;id&quot;:&quot;7f&quot;}"/>
    <input type="hidden" name="form" value="address"/>
    <noscript><input type="hidden" name="then" value="cart"/></noscript>
    <input name="email" value="old@x.test"/><input name="phone"/><input name="gone" value="1" disabled=""/>
    <input type="radio" name="way" value="slow"/><input type="radio" name="way" value="fast" checked=""/>
    <input type="checkbox" name="same" checked=""/><input type="checkbox" name="keep"/>
    <select name="quantity"><option>1</option><option selected="">2</option></select>
    <select name="state"><option value="">Choose…</option><option value="NY">New York</option></select>
    <textarea name="note">please</textarea>
    <button name="nextStep" value="sign-in">Sign in</button><button data-testid="go">Go</button>
  </form>`;

it("A form is found by its name, and by a field", () => {
  expect(readForm(PAGE, "address")).toEqual(readForm(PAGE, "email"));
  expect(() => readForm(PAGE, "none")).toThrow('The page has no form with "none".');
});

it("A form is posted as a browser posts it, with what is typed in its place", () => {
  const data = fillForm(readForm(PAGE, "address"), { email: "new@x.test", "shipping.city": "Ghent" });
  expect([...data]).toEqual([
    ["$ACTION_1:0", '{"id":"7f"}'],
    ["form", "address"],
    ["then", "cart"],
    ["phone", ""],
    ["way", "fast"],
    ["same", "on"],
    ["quantity", "2"],
    ["state", ""],
    ["note", "please"],
    ["email", "new@x.test"],
    ["shipping.city", "Ghent"],
  ]);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("A cookie is sent until it expires or is deleted, as a browser does it", async () => {
  vi.useFakeTimers();
  const sent: string[] = [];
  vi.stubGlobal("fetch", (_url: string, { headers }: { headers: Record<string, string> }) => {
    sent.push(headers.cookie ?? "");
    return Promise.resolve(new Response());
  });
  const browser = new HttpBrowser("http://shop.test");
  const receive = (...texts: string[]) =>
    browser.storeCookies(
      new Response(null, { headers: texts.map((text): [string, string] => ["set-cookie", text]) }),
    );
  receive("session=a=b; Max-Age=60; Path=/", "fresh=1; Path=/; max-age=2", "tab=1");
  await browser.send("/");
  vi.advanceTimersByTime(3_000);
  await browser.send("/");
  receive("fresh=2; Max-Age=2", "tab=; Expires=Thu, 01 Jan 1970 00:00:00 GMT");
  await browser.atOrigin("http://other.test").send("/");
  receive("session=; Max-Age=0");
  vi.advanceTimersByTime(3_000);
  await browser.send("/");
  expect(sent).toEqual(["session=a=b; fresh=1; tab=1", "session=a=b; tab=1", "session=a=b; fresh=2", ""]);
});
