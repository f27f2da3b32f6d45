import "server-only";
import { orThrowUnavailable } from "@/lib/db";
import { hashIp, keyedHash } from "@/lib/keyed-hash";
import { countAgainst, countDistinct, countIfReachable } from "@/lib/rate-limit";
import type { CustomerSession } from "@/lib/session/session";
import { readClient } from "@/lib/http/client-ip";

/**
 * Counts an order before it is placed, and whom its confirmation goes to: a guest's by ip, a customer's by account.
 * Each order reserves stock, and nobody has proven that the address that was typed is theirs. While the database is away
 * a guest's order is not counted.
 * @param email the cart's
 * @throws AppError "too-many-attempts" (saying how long to wait); for a customer also "unavailable"
 */
export async function countOrder(session: CustomerSession | null, email: string): Promise<void> {
  if (session) await countFor("customer", session.customerId, email);
  else await countIfReachable(async () => countFor("ip", await hashIp((await readClient()).ip), email));
}

async function countFor(by: "customer" | "ip", key: string | null, email: string): Promise<void> {
  await countAgainst(`order-${by}`, key);
  const recipient = await orThrowUnavailable(keyedHash("account", email.toLowerCase()));
  await countDistinct(`recipient-${by}`, key, recipient);
}
