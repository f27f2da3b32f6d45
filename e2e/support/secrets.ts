import { decode } from "next-auth/jwt";
import { environment } from "./environment";
import type { SecretPattern } from "../leak-scan/leak-watch";
import { queryDb } from "./storefront-db";

/** A cart id gives access to the cart; signed and sealed values give access to more. */
export const SECRET_PATTERNS: SecretPattern[] = [
  { pattern: /cart_[0-9A-HJKMNP-TV-Z]{26}/g },
  // Reset tokens are part of the mailed link and of its page. Medusa's dashboard signs in with a token.
  { pattern: /eyJ[\w-]{16,}\.[\w-]*\.[\w-]{8,}/g, allowedUrl: /\/reset-password|\/auth\/user\/emailpass$/ },
  // The link to an order is part of its mail and of the URL of the page that it opens.
  { pattern: /ol_[\w-]{60,}/g, allowedUrl: /\/order\/linked\?/ },
];

/**
 * Values that no browser and no log may contain, read from the databases: session ids, backend tokens sealed and
 * unsealed, cart ids; and the secret that backend and bank share.
 * @param canaries of the people; everybody's when omitted
 */
export async function readSecrets(canaries?: string[]): Promise<string[]> {
  const customers = await listCustomerIds(canaries);
  const [sessions, carts] = await Promise.all([listSessions(customers), listCartIds(customers)]);
  const tokens = await Promise.all(sessions.map(({ medusaToken }) => unsealToken(medusaToken)));
  return [
    environment.demoBankSecret,
    ...sessions.flatMap(({ id, medusaToken }) => [id, medusaToken]),
    ...tokens.flat(),
    ...carts,
  ];
}

/** Ids of accounts and guests, also of those who have changed name or address. */
async function listCustomerIds(canaries = [""]): Promise<string[]> {
  const rows = await queryDb<{ id: string }>(
    `SELECT id FROM customer WHERE concat(email, ' ', first_name, ' ', last_name) ILIKE ANY($1)`,
    [canaries.map((canary) => `%${canary}%`)],
    environment.medusaDatabaseUrl,
  );
  return rows.map(({ id }) => id);
}

async function listSessions(customers: string[]) {
  return queryDb<{ id: string; medusaToken: string }>(
    `SELECT id, "medusaToken" FROM "Session" WHERE "customerId" = ANY($1)`,
    [customers],
  );
}

async function listCartIds(customers: string[]): Promise<string[]> {
  const rows = await queryDb<{ id: string }>(
    "SELECT id FROM cart WHERE customer_id = ANY($1)",
    [customers],
    environment.medusaDatabaseUrl,
  );
  return rows.map(({ id }) => id);
}

/** The token and its signature. Header and payload are no secret, and with the signature they are the token. */
async function unsealToken(sealed: string): Promise<string[]> {
  const content = await decode({
    token: sealed,
    secret: environment.authSecrets,
    salt: "cloakroom:medusa-token",
  });
  const token = typeof content?.token === "string" ? content.token : "";
  const signature = token.split(".")[2] ?? "";
  if (!signature) throw new Error("A session holds a token that the tests cannot open.");
  return [token, signature];
}
