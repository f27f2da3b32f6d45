import { parse } from "node-html-parser";
import { expect, test } from "./support/fixtures";

/** URLs of all pictures of a page, in every width. */
async function listPictureUrls(url: string): Promise<string[]> {
  const html = await (await fetch(url)).text();
  return parse(html)
    .querySelectorAll("img")
    .flatMap((image) => {
      const candidates = (image.getAttribute("srcset") ?? "")
        .split(", ")
        .map((each) => each.split(" ")[0] ?? "");
      return [...candidates, image.getAttribute("src") ?? ""];
    })
    .map((address) => address.replaceAll("&amp;", "&"))
    .filter((address) => address.startsWith("/_next/image"));
}

test("Every picture that a page asks for is served", async ({ baseURL }) => {
  for (const path of ["/us", "/us/products/attendants-scarf", "/us/collections/city-rain"]) {
    const [first, ...rest] = new Set(await listPictureUrls(`${baseURL}${path}`));
    expect(first, path).toBeDefined();
    // One width of each picture; the others differ only in a number.
    for (const address of [first, ...rest.filter((each) => each.includes("w=256"))]) {
      const response = await fetch(`${baseURL}${address}`);
      expect(response.status, address).toBe(200);
      expect(response.headers.get("content-type"), address).toContain("image/");
    }
  }
});

test("A picture has one URL: other spellings are refused before the picture is fetched", async ({
  baseURL,
}) => {
  const pictures = await listPictureUrls(`${baseURL}/us/products/attendants-scarf`);
  const address = pictures.find((each) => each.includes("static"));
  const { searchParams } = new URL(String(address), baseURL);
  const url = String(searchParams.get("url"));
  const { origin, host, pathname } = new URL(url);
  const spellings = [
    `${url}#1`,
    `${url}?1`,
    `${url}?`,
    url.replace(host, `ada@${host}`),
    url.replace("http:", "HTTP:"),
    url.replace("localhost", "LOCALHOST"),
    url.replace("localhost", "127.0.0.1"),
    url.replace("/static/", "/static//"),
    url.replace("/static/", "/static/./"),
    url.replace("/static/", "/static/../static/"),
    url.replace("/static/", "\\static\\"),
    url.replace("webp", "%77ebp"),
    url.replace("://", ":"),
    ` ${url}`,
    pathname,
    `//${host}${pathname}`,
    `${origin}.evil.example${pathname}`,
    "/editorial/hero.webp?1",
    "/editorial/hero.webp#1",
    "/editorial//hero.webp",
    "/editorial/%68ero.webp",
    "/editorial/../mark.svg",
    "/mark.svg",
    "/us/store",
  ];
  for (const spelling of spellings) {
    const query = new URLSearchParams({ url: spelling, w: "256", q: "75" });
    const response = await fetch(`${baseURL}/_next/image?${query}`);
    await response.arrayBuffer();
    expect([400, 404], `${spelling}: ${response.status}`).toContain(response.status);
  }
  const wrong = [
    "w=257&q=75",
    "w=256&q=74",
    "w=256",
    "q=75",
    "w=256&q=75&url=%2Feditorial%2Fhero.webp",
    "w=256&w=128&q=75",
  ];
  for (const query of wrong) {
    const response = await fetch(`${baseURL}/_next/image?url=${encodeURIComponent(url)}&${query}`);
    expect([400, 404], `${query}: ${response.status}`).toContain(response.status);
  }
});
