import { generateProduct } from "./generated-products";

const BATCH = 50;
const POLL_MS = 1_000;
/** A catalogue of 100,000 takes half an hour. */
const INDEXED_WITHIN_MS = 3_600_000;

type Backend = { url: string; publishableKey: string; token: string };
type Row = { id: string };

/** Medusa's API, as far as the bench needs it. */
export class BenchBackend {
  readonly #backend: Backend;

  private constructor(backend: Backend) {
    this.#backend = backend;
  }

  static async signIn(
    url: string,
    { email, password, publishableKey }: { email: string; password: string; publishableKey: string },
  ): Promise<BenchBackend> {
    const signedOut = new BenchBackend({ url, publishableKey, token: "" });
    const { token } = await signedOut.post<{ token: string }>("/auth/user/emailpass", { email, password });
    return new BenchBackend({ url, publishableKey, token });
  }

  async get<T>(path: string): Promise<T> {
    return this.#request<T>(path, {});
  }

  async post<T>(path: string, body: object): Promise<T> {
    return this.#request<T>(path, { method: "POST", body: JSON.stringify(body) });
  }

  async #request<T>(path: string, init: RequestInit): Promise<T> {
    const { url, publishableKey, token } = this.#backend;
    const response = await fetch(new URL(path, url), {
      ...init,
      headers: {
        "content-type": "application/json",
        "x-publishable-api-key": publishableKey,
        // The store's API takes a customer's token, or none.
        ...(token && path.startsWith("/admin/") ? { authorization: `Bearer ${token}` } : {}),
      },
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${(await response.text()).slice(0, 300)}`);
    return (await response.json()) as T;
  }

  /** How many products the search engine lists in the first region. */
  async countIndexed(): Promise<number> {
    const queries = [{ entity: "product", filters: { is_first_region: true }, pagination: { take: 1 } }];
    type Answer = { results: { metadata: { count: number } }[] };
    return (await this.post<Answer>("/store/search", { queries })).results[0]?.metadata.count ?? 0;
  }
}

/** Creates so many products. @returns milliseconds until the last is created, and from then on until all are indexed */
export async function createProducts(
  backend: BenchBackend,
  count: number,
): Promise<{ created: number; indexed: number }> {
  const ids = async (path: string, key: string) =>
    ((await backend.get<Record<string, Row[]>>(path))[key] ?? []).map(({ id }) => id);
  const shared = {
    categoryIds: await ids("/admin/product-categories?limit=100", "product_categories"),
    collectionIds: await ids("/admin/collections?limit=100", "collections"),
    salesChannelId: (await ids("/admin/sales-channels", "sales_channels"))[0] ?? "",
    shippingProfileId: (await ids("/admin/shipping-profiles", "shipping_profiles"))[0] ?? "",
  };
  const before = await backend.countIndexed();
  const start = Date.now();
  for (let from = 0; from < count; from += BATCH) {
    const length = Math.min(BATCH, count - from);
    const create = Array.from({ length }, (_, offset) => generateProduct(from + offset, shared));
    await backend.post("/admin/products/batch", { create });
  }
  const created = Date.now();
  while ((await backend.countIndexed()) < before + count) {
    if (Date.now() > created + INDEXED_WITHIN_MS) throw new Error("The search index does not fill.");
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return { created: created - start, indexed: Date.now() - created };
}
