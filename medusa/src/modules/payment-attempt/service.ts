import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";

/**
 * - `open`: the shopper may pay, or has paid and it is not settled yet
 * - `releasing`: no order can be made; the money is being given back
 * - the others are final: the order is made; the gateway refused, or the shopper left; the money is given back
 */
type AttemptStatus = "open" | "releasing" | "ordered" | "declined" | "released";

/** A payment that was begun at a gateway. */
export interface PaymentAttempt {
  session_id: string;
  cart_id: string;
  provider_id: string;
  /** In minor units of the currency. */
  amount: number;
  currency: string;
  /** Of the cart that the shopper agreed to pay for. */
  checksum: string;
  status: AttemptStatus;
  reason: string | null;
  order_id: string | null;
  created_at: Date;
}

type NewAttempt = Pick<
  PaymentAttempt,
  "session_id" | "cart_id" | "provider_id" | "amount" | "currency" | "checksum"
>;

const TABLE = "payment_attempt";
const UNSETTLED: AttemptStatus[] = ["open", "releasing"];

/** The table of payments that were begun at a gateway. */
export class PaymentAttemptService {
  readonly #database: Knex;

  constructor(container: Record<typeof ContainerRegistrationKeys.PG_CONNECTION, Knex>) {
    this.#database = container[ContainerRegistrationKeys.PG_CONNECTION];
  }

  /** Records an attempt; one that is recorded already stays as it is. */
  async begin(attempt: NewAttempt): Promise<void> {
    await this.#database(TABLE)
      .insert({ ...attempt, status: "open" })
      .onConflict("session_id")
      .ignore();
  }

  async find(sessionId: string): Promise<PaymentAttempt | null> {
    const row: Stored | undefined = await this.#database(TABLE).where({ session_id: sessionId }).first();
    return row ? parse(row) : null;
  }

  /** The attempts for a cart, newest first. */
  async listForCart(cartId: string): Promise<PaymentAttempt[]> {
    const rows: Stored[] = await this.#database(TABLE)
      .where({ cart_id: cartId })
      .orderBy("created_at", "desc")
      .limit(50);
    return rows.map(parse);
  }

  /** Attempts that are not settled and were last touched before a moment, the longest untouched first. */
  async listUnsettled(before: Date): Promise<PaymentAttempt[]> {
    const rows: Stored[] = await this.#database(TABLE)
      .whereIn("status", UNSETTLED)
      .where("updated_at", "<", before)
      .orderBy("updated_at")
      .limit(100);
    return rows.map(parse);
  }

  async update(
    sessionId: string,
    change: Partial<Pick<PaymentAttempt, "status" | "reason" | "order_id">>,
  ): Promise<void> {
    await this.#database(TABLE)
      .where({ session_id: sessionId })
      .update({ ...change, updated_at: new Date() });
  }
}

/** A bigint arrives as text. */
type Stored = Omit<PaymentAttempt, "amount"> & { amount: string };

function parse({ amount, ...row }: Stored): PaymentAttempt {
  return { ...row, amount: Number(amount) };
}
