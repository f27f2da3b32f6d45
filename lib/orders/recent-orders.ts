import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";
import { hostCookie } from "@/lib/http/cookies";
import { createSealer } from "@/lib/seal";

const THIRTY_DAYS_SECONDS = 30 * 86_400;
const MAX_ORDERS = 8;

const recentOrder = z.object({
  id: z.string(),
  /** Of the cart that was ordered; empty in cookies from before checksums existed. */
  checksum: z.string().default(""),
  /** Null for a guest's order, which this browser may show. */
  customerId: z.string().nullable().default(null),
});
type RecentOrder = z.infer<typeof recentOrder>;

const sealer = createSealer({
  purpose: "recent-orders",
  schema: z.object({ orders: z.array(recentOrder) }),
  lifetimeSeconds: THIRTY_DAYS_SECONDS,
  maxLength: 3_000,
});

const ordersCookie = () => hostCookie("orders", THIRTY_DAYS_SECONDS);

/** The orders placed in this browser in the last 30 days, newest first. They let a guest see the confirmation again. */
export async function listRecentOrders(): Promise<RecentOrder[]> {
  const text = (await cookies()).get(ordersCookie().name)?.value;
  return (await sealer.unseal(text))?.orders ?? [];
}

/** Remembers an order in this browser. Only in a server action or route handler. */
export async function rememberOrder(order: RecentOrder): Promise<void> {
  const others = (await listRecentOrders()).filter(({ id }) => id !== order.id);
  const { name, options } = ordersCookie();
  const text = await sealer.seal({ orders: [order, ...others].slice(0, MAX_ORDERS) });
  (await cookies()).set(name, text, options);
}
