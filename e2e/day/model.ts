/** A promise of the shop: a page older than this after a change agrees with the backend. */
const FRESH_AFTER_MS = 5_000;
/** Pages follow the start or end of a price list within a minute. */
const BOUNDARY_AFTER_MS = 60_000 + FRESH_AFTER_MS;

/** Where the backend is slow to change a thing, it is as slow to tell the storefront: so many times what it has taken. */
const DELAY_FACTOR = 2;

/** Something that the shopkeeper has made; `changedAt` is Infinity while it is being changed. */
export type Entity = { changedAt: number };

/** `withdrawnAt`: when the backend had made it unavailable for sale; null while it is for sale. */
export type Variant = { id: string; title: string; itemId: string; withdrawnAt: number | null };

export type Product = Entity & {
  id: string;
  handle: string;
  title: string;
  /** A word of its title that no other product has. */
  word: string;
  variants: Variant[];
  isPublished: boolean;
  isInChannel: boolean;
  /** When its price lists begin and end. */
  boundaries: number[];
  withdrawnAt: number | null;
};

/** `hiddenAt`: when the backend had made it internal, inactive or deleted; null while it is public. */
export type Category = Entity & { id: string; handle: string; name: string; hiddenAt: number | null };

export type Collection = Entity & { id: string; handle: string; name: string };

export type PriceList = { id: string; title: string; product: Product };

export type Promotion = { id: string; code: string; isAutomatic: boolean };

export type Delivery = { id: string; name: string; currency: string };

export type TaxRate = { id: string };

/** What the shopkeeper has made today, as far as the backend has said so. */
export class ShopModel {
  readonly products: Product[] = [];
  readonly deletedProducts: Product[] = [];
  readonly deletedVariants: Variant[] = [];
  readonly categories: Category[] = [];
  readonly deletedCategories: Category[] = [];
  readonly collections: Collection[] = [];
  readonly deletedCollections: Collection[] = [];
  readonly priceLists: PriceList[] = [];
  readonly promotions: Promotion[] = [];
  /** Codes that shoppers have heard of, ended ones as well. */
  readonly codes: string[] = [];
  readonly deliveries: Delivery[] = [];
  readonly taxRates: TaxRate[] = [];
  /** What somebody has put into a cart or chosen at the checkout: products, promotions and deliveries. */
  readonly inUse = new Set<object>();

  /** Makes a change, and remembers that these things were in motion until it was made. */
  async change<T>(entities: readonly Entity[], make: () => Promise<T>): Promise<T> {
    const startedAt = Date.now();
    for (const entity of entities) entity.changedAt = Infinity;
    try {
      return await make();
    } finally {
      const endedAt = Date.now();
      const changedAt = endedAt + DELAY_FACTOR * (endedAt - startedAt);
      for (const entity of entities) entity.changedAt = changedAt;
    }
  }

  /** Whether a page that was asked for at this time must show the thing as the backend has it. */
  isSettled({ changedAt }: Entity, requestedAt: number): boolean {
    return changedAt + FRESH_AFTER_MS < requestedAt;
  }

  /** Whether none of its price lists has begun or ended shortly before this time, or will before now. */
  hasSettledPrices({ boundaries }: Product, requestedAt: number): boolean {
    return !boundaries.some((at) => at > requestedAt - BOUNDARY_AFTER_MS && at < Date.now() + FRESH_AFTER_MS);
  }

  /** Whether the thing had been taken out of the shop so long before that it may not be shown or sold. */
  mustBeGone(since: number | null, requestedAt: number): boolean {
    return since !== null && since + FRESH_AFTER_MS < requestedAt;
  }

  get forSale(): Product[] {
    return this.products.filter(({ withdrawnAt }) => withdrawnAt === null);
  }
}
