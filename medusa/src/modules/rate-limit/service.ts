import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";

export interface Limit {
  name: string;
  points: number;
  seconds: number;
}

const TABLE = "rate_limit";

/** Rate limits in PostgreSQL, shared by all processes and kept across restarts. */
export class RateLimitService {
  readonly #database: Knex;

  constructor(container: Record<typeof ContainerRegistrationKeys.PG_CONNECTION, Knex>) {
    this.#database = container[ContainerRegistrationKeys.PG_CONNECTION];
  }

  /** @returns seconds to wait; 0 below the limit. Refused attempts count too. */
  async consume(limit: Limit, key: string): Promise<number> {
    try {
      await this.#limiter(limit).consume(key);
      return 0;
    } catch (error) {
      if (error instanceof RateLimiterRes) return Math.max(1, Math.ceil(error.msBeforeNext / 1_000));
      throw error;
    }
  }

  /** Gives one point back. */
  async reward(limit: Limit, key: string): Promise<void> {
    await this.#limiter(limit).reward(key);
  }

  /** Resets the count. */
  async reset(limit: Limit, key: string): Promise<void> {
    await this.#limiter(limit).delete(key);
  }

  /** Deletes expired counts. */
  async purge(): Promise<void> {
    await this.#database(TABLE).where("expire", "<", Date.now()).delete();
  }

  #limiter({ name, points, seconds }: Limit): RateLimiterPostgres {
    return new RateLimiterPostgres({
      storeClient: this.#database,
      storeType: "knex",
      tableName: TABLE,
      tableCreated: true,
      clearExpiredByTimeout: false,
      keyPrefix: name,
      points,
      duration: seconds,
    });
  }
}
