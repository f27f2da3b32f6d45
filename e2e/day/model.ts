/** A page requested this long after a change must agree with the backend. */
const FRESH_AFTER_MS = 5_000;
/** Pages follow the start and end of a price list within a minute. */
const BOUNDARY_AFTER_MS = 60_000 + FRESH_AFTER_MS;

/** A slow backend also notifies the storefront late: allow this multiple of the duration of the change. */
const DELAY_FACTOR = 2;

/** Created by the shopkeeper. `changedAt` is Infinity while a change is in progress. */
export type Entity = { changedAt: number };

/** `withdrawnAt`: when the backend made it unavailable; null while it is for sale. */
export type Variant = { id: string; title: string; itemId: string; withdrawnAt: number | null };

export type Product = Entity & {
  id: string;
  handle: string;
  title: string;
  /** A word of the title that no other product has. */
  word: string;
  variants: Variant[];
  isPublished: boolean;
  isInChannel: boolean;
  /** Start and end times of its price lists. */
  boundaries: number[];
  withdrawnAt: number | null;
};

/** `hiddenAt`: when the backend made it internal, inactive or deleted; null while it is public. */
export type Category = Entity & { id: string; handle: string; name: string; hiddenAt: number | null };

export type Collection = Entity & { id: string; handle: string; name: string };

export type PriceList = { id: string; title: string; product: Product };

export type Promotion = { id: string; code: string; isAutomatic: boolean };

export type Delivery = { id: string; name: string; currency: string };

export type TaxRate = { id: string };

/** The entities of the day, in the state that the backend has confirmed. */
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
  /** All promotion codes given out, ended ones included. */
  readonly codes: string[] = [];
  readonly deliveries: Delivery[] = [];
  readonly taxRates: TaxRate[] = [];
  /** Products, promotions and shipping options in somebody's cart or checkout. */
  readonly inUse = new Set<object>();

  /** Makes a change; the entities count as unsettled until it is confirmed. */
  async change<T>(entities: readonly Entity[], perform: () => Promise<T>): Promise<T> {
    const startedAt = Date.now();
    for (const entity of entities) entity.changedAt = Infinity;
    try {
      return await perform();
    } finally {
      const endedAt = Date.now();
      const changedAt = endedAt + DELAY_FACTOR * (endedAt - startedAt);
      for (const entity of entities) entity.changedAt = changedAt;
    }
  }

  /** Whether a page requested at this time must show the entity as the backend has it. */
  isSettled({ changedAt }: Entity, requestedAt: number): boolean {
    return changedAt + FRESH_AFTER_MS < requestedAt;
  }

  /** Whether no price list of the product has started or ended near this time. */
  hasSettledPrices({ boundaries }: Product, requestedAt: number): boolean {
    return !boundaries.some((at) => at > requestedAt - BOUNDARY_AFTER_MS && at < Date.now() + FRESH_AFTER_MS);
  }

  /** Whether something withdrawn at `since` may no longer be shown or sold at this time. */
  mustBeWithdrawn(since: number | null, requestedAt: number): boolean {
    return since !== null && since + FRESH_AFTER_MS < requestedAt;
  }

  get forSale(): Product[] {
    return this.products.filter(({ withdrawnAt }) => withdrawnAt === null);
  }
}
