import { randomUUID } from "node:crypto";
import { parse } from "node-html-parser";
import { apiTest as test, expect } from "./support/api-test";
import { HttpBrowser } from "./support/http-browser";
import { addToCart, goToReview, placeOrder } from "./support/http-checkout";
import { readMail } from "./support/mailbox";
import { newEmail } from "./support/medusa-store-api";
import { listPrices } from "./support/test-product";

/** The pictures of a part of a page, each once, as the seed called them: "attendants-scarf-ink-1". */
function readPictures(html: string, part = "main"): string[] {
  const names = parse(html)
    .querySelectorAll(`${part} img`)
    .flatMap((image) => {
      const url = new URLSearchParams(image.getAttribute("src")?.split("?")[1]).get("url") ?? "";
      return /\/\d+-([a-z0-9-]+)\.webp$/.exec(url)?.[1] ?? [];
    });
  return [...new Set(names)].toSorted();
}

test("What is bought in a colour is shown in it in cart, checkout, order and mail, and its sibling in its own", async () => {
  const browser = new HttpBrowser();
  const email = newEmail();
  await addToCart(browser, { handle: "attendants-scarf", colour: "Oxblood" });
  const cart = await addToCart(browser, { handle: "cold-platform-bobble-hat", colour: "Fog" });
  const bought = ["attendants-scarf-oxblood-1", "cold-platform-bobble-hat-fog-1"];
  expect(readPictures(cart.html)).toEqual(bought);
  const review = await goToReview(browser, email);
  expect(readPictures(review.html)).toEqual(bought);
  const confirmation = await placeOrder(browser);
  expect(confirmation.location).toMatch(/\/confirmed$/);
  expect(readPictures(confirmation.html)).toEqual(bought);
  const mail = await readMail("order-confirmation", email);
  const mailed = [...mail.matchAll(/<img src="[^"]*\/\d+-([a-z0-9-]+)\.webp"/g)].map(([, name]) => name);
  expect(mailed.toSorted()).toEqual(bought);
});

test("A list filtered by a colour shows everything in it; others show each thing's first colour", async ({
  request,
}) => {
  const read = async (path: string, list = "products-list") =>
    readPictures(await (await request.get(path)).text(), `[data-testid=${list}]`);
  const scarves = await read("/us/categories/scarves");
  expect(scarves).toContain("attendants-scarf-oat-1");
  expect(await read("/us/categories/scarves?colour=ink")).toEqual([
    "attendants-scarf-ink-1",
    "houndstooth-muffler-ink-1",
  ]);
  const oxblood = await read("/us/store?colour=oxblood");
  expect(oxblood.length).toBeGreaterThan(2);
  for (const name of oxblood) expect(name).toMatch(/-oxblood-\d$/);
  expect(await read("/us/search?q=scarf&colour=ink", "search-results")).toContain("attendants-scarf-ink-1");
});

test("A product's page names the variants of each picture; a product whose variants have none shows its own", async ({
  request,
  catalog,
  storeApi,
}) => {
  const html = await (await request.get("/us/products/attendants-scarf")).text();
  const items = parse(html).querySelectorAll("[data-testid=image-wrapper] li");
  expect(items.map((item) => item.getAttribute("data-pictures"))).toEqual(
    ["Oat", "Ink", "Oxblood"].flatMap((colour) => [colour, colour, colour]),
  );

  const [ink, oat] = await listSeededPictures(storeApi);
  const product = await catalog.createProduct({
    product: {
      images: [{ url: ink }, { url: oat }],
      thumbnail: ink,
      options: [{ title: "Colour", values: ["Ink", "Oat"] }],
      variants: ["Ink", "Oat"].map((colour) => ({
        title: colour,
        sku: randomUUID(),
        options: { Colour: colour },
        manage_inventory: false,
        prices: listPrices(9_000),
      })),
    },
  });
  const path = `/us/products/${product.handle}`;
  const readKeys = async () =>
    parse(await (await request.get(path)).text())
      .querySelectorAll("[data-testid=image-wrapper] li")
      .map((item) => item.getAttribute("data-pictures") ?? null)
      .toSorted();
  await expect.poll(readKeys).toEqual([null, null]);

  // Medusa emits no event for this.
  type Images = { product: { images: { id: string }[] } };
  const { images } = (await catalog.get<Images>(`/products/${product.id}?fields=*images`)).product;
  for (const [index, id] of product.variantIds.entries())
    await catalog.post(`/products/${product.id}/variants/${id}/images/batch`, { add: [images[index]?.id] });
  await expect.poll(readKeys, { timeout: 5_000, intervals: [100] }).toEqual(["Ink", "Oat"]);
});

/** The URLs of two pictures. */
async function listSeededPictures(storeApi: {
  get: <T>(path: string) => Promise<{ body: T }>;
}): Promise<string[]> {
  type Products = { products: { images: { url: string }[] }[] };
  const { body } = await storeApi.get<Products>("/store/products?handle=attendants-scarf&fields=*images");
  return (body.products[0]?.images ?? []).map(({ url }) => url).slice(0, 2);
}
