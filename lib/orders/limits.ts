import "server-only";
import { orThrowUnavailable } from "@/lib/db";
import { hashMachine, keyedHash } from "@/lib/keyed-hash";
import { countAgainst, countDistinct } from "@/lib/rate-limit";
import type { CustomerSession } from "@/lib/session";
import { readDevice } from "@/lib/session/device";

/**
 * Counts an order before it is placed, and whom its confirmation goes to: a guest's by machine, a customer's by account.
 * Each order reserves stock, and nobody has proven that the address that was typed is theirs.
 * @param email the cart's
 * @throws AppError "too-many-attempts" (saying how long to wait), "unavailable"
 */
export async function countOrder(session: CustomerSession | null, email: string): Promise<void> {
  const by = session ? "customer" : "machine";
  const key = session ? session.customerId : await hashMachine((await readDevice()).address);
  await countAgainst(`order-${by}`, key);
  const recipient = await orThrowUnavailable(keyedHash("account", email.toLowerCase()));
  await countDistinct(`recipient-${by}`, key, recipient);
}
