import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { checkPayments, listPayments } from "./payments";

// Temporary tables hide the real ones from this connection: nothing is left behind, and nobody else's rows show.
const medusa = new pg.Client({ connectionString: process.env.MEDUSA_DATABASE_URL });

const TABLES = [
  "payment_attempt",
  '"order"',
  "order_cart",
  "order_summary",
  "order_payment_collection",
  "payment",
];

const attempt = (id: string, status: string, { orderId = null as string | null, age = "0 hours" } = {}) =>
  medusa.query(
    `INSERT INTO payment_attempt (session_id, cart_id, provider_id, amount, currency, checksum, status, order_id, created_at)
     VALUES ($1, 'cart_1', 'pp_bank', 100, 'usd', 'x', $2, $3, now() - $4::interval)`,
    [id, status, orderId, age],
  );

async function order(id: string, { paid = false, total = 10, age = "1 hour" } = {}): Promise<void> {
  await medusa.query(
    `INSERT INTO "order" (id, display_id, version, created_at) VALUES ($1, 7, 1, now() - $2::interval)`,
    [id, age],
  );
  await medusa.query("INSERT INTO order_cart (order_id, cart_id) VALUES ($1, 'cart_1')", [id]);
  await medusa.query("INSERT INTO order_summary (order_id, version, totals) VALUES ($1, 1, $2)", [
    id,
    { original_order_total: total },
  ]);
  if (!paid) return;
  await medusa.query(
    "INSERT INTO order_payment_collection (order_id, payment_collection_id) VALUES ($1, $1)",
    [id],
  );
  await medusa.query("INSERT INTO payment (id, payment_collection_id) VALUES ($1, $1)", [id]);
}

beforeAll(async () => {
  await medusa.connect();
  for (const table of TABLES) {
    await medusa.query(`CREATE TEMP TABLE ${table} (LIKE public.${table} INCLUDING DEFAULTS)`);
    const { rows } = await medusa.query<{ name: string }>(
      `SELECT attname AS name FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND attnotnull AND NOT attisdropped`,
      [table],
    );
    for (const { name } of rows)
      await medusa.query(`ALTER TABLE ${table} ALTER COLUMN ${medusa.escapeIdentifier(name)} DROP NOT NULL`);
  }
});
afterAll(() => medusa.end());

it("money and orders that agree, or are under way, are no problem", async () => {
  await order("order_paid", { paid: true });
  await order("order_free", { total: 0 });
  await order("order_new", { age: "1 minute" });
  await attempt("payses_ordered", "ordered", { orderId: "order_paid" });
  await attempt("payses_open", "open");
  await attempt("payses_old", "declined", { age: "9 hours" });
  expect(await checkPayments(medusa)).toEqual([]);
});

it("an order without a payment, a payment without an order and one that is not settled are found", async () => {
  await order("order_unpaid");
  await attempt("payses_lost", "ordered", { orderId: "order_gone" });
  await attempt("payses_stuck", "releasing", { age: "3 hours" });
  expect((await checkPayments(medusa)).map(({ kind, subject }) => [kind, subject])).toEqual([
    ["order-without-payment", "order_unpaid"],
    ["payment-without-order", "payses_lost"],
    ["unsettled", "payses_stuck"],
  ]);
  expect(await listPayments(medusa, { limit: 2 })).toHaveLength(2);
  expect(await listPayments(medusa, { limit: 9, order: "order_gone" })).toMatchObject([
    { session_id: "payses_lost" },
  ]);
});
