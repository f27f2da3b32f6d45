import { expect, test } from "./support/fixtures";
import { postOnOwnConnection, postForm, readResultPage, readForm, type RawForm } from "./support/raw-form";

const many = (count: number, name: (index: number) => string, value = "x") =>
  Array.from({ length: count }, (_, index): [string, string] => [name(index), value]);

const SHAPES: [what: string, fields: [string, string][]][] = [
  ["a name of 60,000 dots", [[".".repeat(60_000), "x"]]],
  ["81 KB in 20 names", many(20, (index) => index + ".".repeat(4_050))],
  ["1,000 fields", many(1_000, (index) => `field${index}`)],
  ["1,000 fields of Next's own", many(1_000, (index) => `$ACTION_${index}`)],
  ["nested colons", [[`a${":".repeat(100_000)}`, "x"]]],
  ["a value of 100 KB", [["email", "x".repeat(100_000)]]],
  ["names of prototypes", [["__proto__.admin.is.deep", "1"]]],
];

/** Larger than the server reads. Any refusal will do, as long as other requests are not delayed. */
const TOO_LARGE: [what: string, fields: [string, string][]][] = [
  ["a name of 400,000 dots", [[".".repeat(400_000), "x"]]],
  ["10,000 fields", many(10_000, (index) => `field${index}`)],
  ["a value of 900 KB", [["email", "x".repeat(900_000)]]],
];

/** Milliseconds that a form takes, with another visitor's request beside it. The baseline for a busy machine. */
async function measurePost(form: RawForm, fields: [string, string][] = []): Promise<number> {
  const start = performance.now();
  const posting = postForm(form, fields).catch(() => null);
  const other = await fetch(new URL("/us/store", form.url));
  expect(other.status).toBe(200);
  await posting;
  return performance.now() - start;
}

const REFUSED = /That form could not be read|Please check the fields marked below/;

/** Upper bound. Before the fix these shapes took from 2.6 seconds to forever. */
const maxDuration = (ordinary: number) => 5 * ordinary + 1_000;

test("A form of any shape is refused at once, and others are served meanwhile", async ({ baseURL }) => {
  const form = await readForm(`${baseURL}/us/login`, "sign-in");
  for (const [what, fields] of SHAPES) {
    const ordinary = await measurePost(form);
    expect(await measurePost(form, fields), what).toBeLessThan(maxDuration(ordinary));
    const posted = await postForm(form, fields);
    expect(posted.status, what).toBe(303);
    expect(await readResultPage(posted, form.url), what).toMatch(REFUSED);
  }
});

test("A form that is too large is not read, and blocks no other request", async ({ baseURL }) => {
  const form = await readForm(`${baseURL}/us/login`, "sign-in");
  for (const [what, fields] of TOO_LARGE) {
    const ordinary = await measurePost(form);
    const start = performance.now();
    const [status, other] = await Promise.all([
      postOnOwnConnection(form, fields),
      fetch(`${baseURL}/us/store`),
    ]);
    expect(performance.now() - start, what).toBeLessThan(maxDuration(ordinary));
    // Next answers 413 to a form sent by script, and 500 to one sent without.
    expect([413, 500], what).toContain(status);
    expect(other.status, what).toBe(200);
  }
});

/** Payloads that React decodes before the action runs: nested, repeated and dangling references. */
const BOMBS: [what: string, body: string][] = [
  ["100,000 brackets", "[".repeat(100_000)],
  ["closed brackets", `${"[".repeat(50_000)}${"]".repeat(50_000)}`],
  ["20,000 references to itself", `[${'"$0",'.repeat(20_000)}0]`],
  ["20,000 references to nothing", `[${'"$F7",'.repeat(15_000)}0]`],
  ["maps of maps", `["$Q0","$W0","$K0","$i0"]`],
  ["a large number", `["$n${"9".repeat(100_000)}"]`],
];

test("React's decoding before an action blocks no other request", async ({ baseURL }) => {
  const form = await readForm(`${baseURL}/us/login`, "sign-in");
  const action = /[0-9a-f]{42}/.exec(JSON.stringify(form.fields))?.[0] ?? "";
  expect(action).not.toBe("");
  const { origin } = new URL(form.url);
  for (const [what, body] of BOMBS) {
    const ordinary = await measurePost(form);
    const start = performance.now();
    const headers = { origin, "next-action": action, "content-type": "text/plain;charset=UTF-8" };
    const posting = fetch(form.url, { method: "POST", headers, body }).then((response) => response.status);
    await Promise.all([posting, fetch(`${origin}/us/store`)]);
    expect(performance.now() - start, what).toBeLessThan(maxDuration(ordinary));
  }
});

test("Every form of the shop refuses the same shapes", async ({ baseURL }) => {
  const form = await readForm(`${baseURL}/us/register`, "register");
  for (const [what, fields] of SHAPES) {
    const posted = await postForm(form, fields);
    expect(await readResultPage(posted, form.url), what).toMatch(REFUSED);
  }
});

const UNUSABLE = "This contains a character that cannot be used; please type it again.";

test("A control character is reported at its field, in every text field, and nothing typed is lost", async ({
  baseURL,
}) => {
  const good: Record<string, string> = {
    firstName: "Ada",
    lastName: "Lovelace",
    email: "nobody@cloakroom.test",
    phone: "+44 20 7946 0018",
    password: "open-sesame-open",
  };
  const form = await readForm(`${baseURL}/us/register`, "register");
  for (const name of Object.keys(good)) {
    for (const character of ["\u0000", "\u001B", "\u009B"]) {
      const typed = Object.entries({ ...good, [name]: `${good[name]?.slice(0, 4)}${character}da` });
      const page = await readResultPage(await postForm(form, typed), form.url);
      expect(page, `${name} ${JSON.stringify(character)}`).toContain(UNUSABLE);
      expect(page, name).not.toContain("cannot reach the shop");
      expect(page, name).toContain(name === "lastName" ? 'value="Ada"' : 'value="Lovelace"');
    }
  }
});

test("Text without a field of its own is refused as well: codes, ways back, searches, ids", async ({
  baseURL,
}) => {
  const form = await readForm(`${baseURL}/us/login`, "sign-in");
  const posted = await postForm(form, [
    ["email", "nobody@cloakroom.test"],
    ["password", "open\u0000sesame"],
    ["next", "/us/account\u0000"],
  ]);
  expect(await readResultPage(posted, form.url)).toContain(UNUSABLE);
  for (const path of ["/us/search?q=%00hat%1b", "/us/login?next=%2Fus%00", "/us/checkout?step=%00"]) {
    const response = await fetch(`${baseURL}${path}`);
    const text = await response.text();
    expect(response.status, path).toBe(200);
    for (const unwanted of ["\u0000", "\u001B", "cannot reach the shop"])
      expect(text, path).not.toContain(unwanted);
  }
});

const NAMES: [name: string, message: string][] = [
  ["Win https://evil.example now", "A name cannot hold a web address."],
  ["www.evil.example", "A name cannot hold a web address."],
  ["Go to evil.example", "A name cannot hold a web address."],
  ["evil．example", "A name cannot hold a web address."],
  ["A".repeat(41), "First name is too long."],
  ["Ada\r\nBcc: all@evil.example", UNUSABLE],
];

test("A name that mail clients would turn into a link is refused at its field; names of people are not", async ({
  baseURL,
}) => {
  const form = await readForm(`${baseURL}/us/register`, "register");
  const post = async (firstName: string) =>
    readResultPage(
      await postForm(form, [
        ["firstName", firstName],
        ["lastName", "X"],
      ]),
      form.url,
    );
  for (const [name, message] of NAMES) expect(await post(name), name).toContain(message);
  for (const name of ["J. R. R.", "J.R.R.", "O’Neill", "Anne-Marie", "山田", "Łukasz Jr."]) {
    expect(await post(name), name).not.toMatch(/cannot hold a web address|First name is/);
  }
});

test("A form posted from the same host over another scheme is refused, like any other site's", async ({
  baseURL,
}) => {
  const form = await readForm(`${baseURL}/us/login`, "sign-in");
  const { host } = new URL(String(baseURL));
  const foreign = [`https://${host}`, `http://localhost.:${new URL(form.url).port}`, "null"];
  for (const origin of foreign) {
    const page = await readResultPage(await postForm(form, [], { origin }), form.url);
    expect(page, origin).not.toContain("Please enter your");
  }
  const own = await postForm(form, [], { origin: `HTTP://${host.toUpperCase()}` });
  expect(await readResultPage(own, form.url)).toContain("Please enter your e-mail address.");
});
