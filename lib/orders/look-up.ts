import "server-only";
import { padTiming } from "@/lib/timing";
import { orThrowUnavailable } from "@/lib/db";
import { readRequestClient } from "@/lib/http/client-ip";
import { hashIp, keyedHash } from "@/lib/keyed-hash";
import { callAs } from "@/lib/medusa/client";
import { guestHeaders } from "@/lib/medusa/headers";
import { countAgainst } from "@/lib/rate-limit";

/** `number`: of the order; `email`: the address that it was placed with. */
type LookUp = { number: number; email: string };

/**
 * Mails a link to an order, if number and address belong together. Shows nothing: result, timing and rate limit do not
 * reveal whether they do.
 * @throws AppError "too-many-attempts", "unavailable"
 */
export async function mailOrderLink({ number, email: typed }: LookUp): Promise<void> {
  const email = typed.toLowerCase();
  const { ip } = await readRequestClient();
  await countAgainst("look-up-account", await orThrowUnavailable(keyedHash("account", email)));
  await countAgainst("look-up-ip", await hashIp(ip));
  const body = { number, email };
  await padTiming(() => callAs(guestHeaders(), "/store/order-links", { method: "POST", body }));
}
