import { randomBytes, randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findCustomer, listEvents, type CustomerKeys } from "./events";
import { hashAccount, readHashKeys } from "./hash-key";
import type { AuditLogOptions } from "./options";
import { checkOrders } from "./orders";

// Temporary tables hide the real ones from these two connections: nothing is left behind, and nobody else's rows show.
const storefront = new pg.Client({ connectionString: process.env.STOREFRONT_DATABASE_URL });
const medusa = new pg.Client({ connectionString: process.env.MEDUSA_DATABASE_URL });
const SESSION = randomUUID();
const SECRET = "a-secret-for-tests";
const ALL = { limit: 50, isCheckOnly: false, isAboutPayments: false };

const record = ({
  at = new Date(),
  type,
  customerId = null,
  sessionId = null,
  orderId = null,
  detail = {},
}: Partial<Record<"at" | "type" | "customerId" | "sessionId" | "orderId" | "detail", unknown>>) =>
  storefront.query(
    `INSERT INTO "AuditEvent" ("at", "type", "customerId", "sessionId", "orderId", "detail") VALUES ($1, $2, $3, $4, $5, $6)`,
    [at, type, customerId, sessionId, orderId, detail],
  );

const order = (id: string, customerId: string) =>
  medusa.query(
    `INSERT INTO "order" (id, display_id, customer_id, is_draft_order, created_at) VALUES ($1, 1, $2, false, now())`,
    [id, customerId],
  );

beforeAll(async () => {
  await Promise.all([storefront.connect(), medusa.connect()]);
  for (const table of ['"AuditEvent"', '"Session"'])
    await storefront.query(`CREATE TEMP TABLE ${table} (LIKE public.${table} INCLUDING DEFAULTS)`);
  await medusa.query(`
    CREATE TEMP TABLE customer (id text, email text, has_account boolean);
    CREATE TEMP TABLE "order" (id text, display_id int, customer_id text, is_draft_order boolean, created_at timestamptz);
    INSERT INTO customer VALUES ('cus_1', 'Ada@cloakroom.test', true), ('cus_2', 'eve@cloakroom.test', true),
      ('cus_9', 'guest@cloakroom.test', false)`);
  await record({
    at: new Date("2026-01-01"),
    type: "session.created",
    customerId: "cus_1",
    sessionId: SESSION,
  });
  await record({
    type: "sign-in.failed",
    detail: { accountHash: hashAccount("ada@cloakroom.test", SECRET) },
  });
  await record({ type: "session.revoked", customerId: "cus_2" });
  await record({ type: "order.placed", customerId: "cus_1", sessionId: SESSION, orderId: "order_1" });
});
afterAll(async () => {
  await Promise.all([storefront.end(), medusa.end()]);
});

describe("the list", () => {
  const types = async (options: Partial<AuditLogOptions>, customer?: CustomerKeys) =>
    (await listEvents(storefront, { ...ALL, ...options }, customer)).map(({ type }) => type);

  it("begins with the newest and ends at the limit", async () => {
    expect(await types({ limit: 2 })).toEqual(["order.placed", "session.revoked"]);
  });

  it("filters by order, kind, group of kinds and age", async () => {
    expect(await types({ order: "order_1" })).toEqual(["order.placed"]);
    expect(await types({ type: "session.revoked" })).toEqual(["session.revoked"]);
    expect(await types({ type: "session" })).toEqual(["session.revoked", "session.created"]);
    expect(await types({ type: "session", since: new Date("2026-02-01") })).toEqual(["session.revoked"]);
  });

  it.each(["ada@Cloakroom.test", "cus_1"])(
    "finds by %s what a customer did and what was tried on the account",
    async (who) => {
      const customer = await findCustomer(medusa, who, ["a newer secret", SECRET]);
      expect(await types({}, customer)).toEqual(["order.placed", "sign-in.failed", "session.created"]);
    },
  );
});

it("hashes with the key that the storefront keeps, and with each secret, as before there was one", async () => {
  const key = randomBytes(32);
  await storefront.query('CREATE TEMP TABLE "HashKey" (LIKE public."HashKey" INCLUDING DEFAULTS)');
  const sealed = await encode({
    token: { key: key.toString("base64") },
    secret: SECRET,
    salt: "cloakroom:hash-key",
    maxAge: 60,
  });
  await storefront.query('INSERT INTO "HashKey" ("sealed") VALUES ($1)', [sealed]);
  expect(await readHashKeys(storefront, ["a newer secret", SECRET])).toEqual([key, "a newer secret", SECRET]);
  expect(await readHashKeys(storefront, ["another"])).toEqual(["another"]);
  expect(await readHashKeys(storefront, [])).toEqual([]);
});

describe("the check of the orders", () => {
  it("finds an order that is not its session's customer's, whatever the record itself says", async () => {
    await order("order_1", "cus_1");
    expect(await checkOrders({ storefront, medusa }, {})).toEqual({
      checked: 1,
      unrecorded: 0,
      disagreements: [],
    });
    await storefront.query(
      `INSERT INTO "Session" ("id", "customerId", "medusaToken", "medusaTokenExpiresAt", "userAgent", "expiresAt")
       VALUES ($1, 'cus_2', '', now(), '', now())`,
      [SESSION],
    );
    const { disagreements } = await checkOrders({ storefront, medusa }, {});
    expect(disagreements).toEqual([
      expect.objectContaining({ record: { orderId: "order_1", sessionId: SESSION, customerId: "cus_2" } }),
    ]);
  });

  it("finds a guest's order that an account got, leaves a guest's alone, and counts those without a record", async () => {
    for (const [id, customerId] of [
      ["order_2", "cus_2"],
      ["order_3", "cus_9"],
    ] as const) {
      await order(id, customerId);
      await record({ type: "order.placed", orderId: id });
    }
    await order("order_4", "cus_1");
    const { disagreements, unrecorded } = await checkOrders({ storefront, medusa }, {});
    expect(disagreements.map((each) => each.order.id)).toEqual(["order_1", "order_2"]);
    expect(unrecorded).toBe(1);
    expect((await checkOrders({ storefront, medusa }, { order: "order_3" })).disagreements).toEqual([]);
  });
});
