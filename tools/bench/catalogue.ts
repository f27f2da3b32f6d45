import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseOptions } from "../options";
import { ROOT } from "../stack/paths";
import { runToExit } from "../stack/run";
import { prepareWorkspace } from "../stack/workspace";
import { readTestSettings } from "../test-shop/settings";
import { startTestShop } from "../test-shop/test-shop";
import { BenchBackend, createProducts } from "./large-catalogue";
import { median } from "./measurement";

const DEFAULT_PRODUCTS = 1_000;
const MAX_PRODUCTS = 100_000;
const REPEATS = 9;
const VISITED_PAGES = 2_000;
const KIB = 1024;

type Rows = Record<string, { measured: string | number; target: string }>;

/** `npm run bench -- catalogue`: fills the test shop with products and measures what shoppers and shopkeepers notice. */
export async function benchCatalogue(args: string[]): Promise<void> {
  const { products: count = DEFAULT_PRODUCTS } = parseOptions("bench", args, { products: [1, MAX_PRODUCTS] });
  const settings = readTestSettings(process.env);
  await runToExit(settings.dataDir, async (run) => {
    await prepareWorkspace(run, { withBackend: true });
    const { env, rebuildStorefronts } = await startTestShop(run, settings);
    const baseUrl = String(env.BASE_URL);
    const build = async () => {
      rmSync(join(ROOT, settings.distDir, "cloakroom-sources"), { force: true });
      return timeSeconds(rebuildStorefronts);
    };
    const backend = await BenchBackend.signIn(String(env.MEDUSA_URL), {
      email: String(env.MEDUSA_ADMIN_EMAIL),
      password: String(env.MEDUSA_ADMIN_PASSWORD),
      publishableKey: String(env.PUBLISHABLE_KEY),
    });
    const smallBuild = await build();
    const { created, indexed } = await createProducts(backend, count);
    const largeBuild = await build();
    const rows: Rows = {
      "seconds to create the products": { measured: Math.round(created / 1_000), target: "" },
      "seconds until all are indexed": { measured: Math.round(indexed / 1_000), target: "" },
      "seconds to build and restart, seeded shop": { measured: smallBuild, target: "" },
      "seconds to build and restart, large shop": { measured: largeBuild, target: "≤ 1.5 ×" },
      ...(await measureEdit(backend, baseUrl)),
      ...(await measurePages(baseUrl)),
      ...(await measureMemory(baseUrl, count)),
    };
    console.log(`\nA catalogue of ${count} more products`);
    console.table(rows);
    return 0;
  });
}

async function timeSeconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return Math.round((performance.now() - start) / 1_000);
}

async function readText(url: string): Promise<string> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url} answered ${response.status}.`);
  return response.text();
}

/** Milliseconds from an edit until page and first list page show it. */
async function measureEdit(backend: BenchBackend, baseUrl: string): Promise<Rows> {
  type Products = { products: { id: string; handle: string }[] };
  const { products } = await backend.get<Products>(
    "/admin/products?order=-created_at&limit=1&fields=id,handle",
  );
  const [product] = products;
  if (!product) throw new Error("There is no product to edit.");
  const title = `Edited ${Date.now()}`;
  const start = performance.now();
  await backend.post(`/admin/products/${product.id}`, { title });
  const wait = async (path: string) => {
    while (!(await readText(baseUrl + path)).includes(title))
      await new Promise((resolve) => setTimeout(resolve, 50));
    return Math.round(performance.now() - start);
  };
  const [page, list] = await Promise.all([wait(`/us/products/${product.handle}`), wait("/us/store")]);
  return {
    "ms from an edit to the product page": { measured: page, target: "≤ 5000" },
    "ms from an edit to the first list page": { measured: list, target: "≤ 5000" },
  };
}

/** The median of the first requests for different URLs, and of repeated ones. */
async function measurePages(baseUrl: string): Promise<Rows> {
  const lists = Array.from({ length: REPEATS }, (_, index) => `/us/store?colour=ink&min=${index + 21}`);
  const searches = [
    "scarf",
    "harbour cap",
    "umbr",
    "silk",
    "velvet",
    "beret",
    "no. 12",
    "wool",
    "northern",
  ].map((text) => `/us/search?q=${encodeURIComponent(text)}`);
  const measure = async (paths: string[]) => {
    const times: number[] = [];
    for (const path of paths) {
      const start = performance.now();
      await readText(baseUrl + path);
      times.push(performance.now() - start);
    }
    return Math.round(median(times));
  };
  const bytes = Buffer.byteLength(await readText(`${baseUrl}/us/store`));
  return {
    "ms, filtered list asked for the first time": { measured: await measure(lists), target: "≤ 150" },
    "ms, filtered list asked for again": { measured: await measure(lists), target: "≤ 60" },
    "ms, search": { measured: await measure(searches), target: "" },
    "KB, store page": { measured: Math.round(bytes / 1_000), target: "≤ 115" },
  };
}

/** The memory of the storefront after visits to many pages. */
async function measureMemory(baseUrl: string, count: number): Promise<Rows> {
  for (let index = 0; index < VISITED_PAGES; index += 1)
    await readText(`${baseUrl}/us/products/bench-${index % count}`);
  return {
    [`MB of the storefront after ${VISITED_PAGES} pages`]: { measured: readMemory(baseUrl), target: "≤ 600" },
  };
}

/** Resident memory in MB of the largest process of the shop at this address; known on Linux only. */
function readMemory(baseUrl: string): number | string {
  if (process.platform !== "linux") return "unknown";
  const sizes = readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .map((pid) => readProcess(pid, baseUrl));
  return Math.round(Math.max(0, ...sizes) / KIB);
}

function readProcess(pid: string, baseUrl: string): number {
  try {
    const isShop = readFileSync(`/proc/${pid}/environ`, "utf8")
      .split("\0")
      .includes(`STOREFRONT_URL=${baseUrl}`);
    const isNext = readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("next");
    const size = /^VmRSS:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return isShop && isNext ? Number(size ?? 0) : 0;
  } catch {
    // The process has ended, or is another user's.
    return 0;
  }
}
