import "server-only";
import { database, orThrowUnavailable } from "@/lib/db";
import type { CustomerSession } from "@/lib/session/session";

/** Which cart is the customer's own, on every device. For `lib` alone. */
export async function findCustomerCart(session: CustomerSession): Promise<string | undefined> {
  const { customerId } = session;
  const row = await orThrowUnavailable(database().customerCart.findUnique({ where: { customerId } }));
  return row?.cartId;
}

/**
 * Makes a new cart the customer's, unless another device was faster: then that one's stays. Gives the one that is.
 * @param change `from` is the cart that turned out to be gone, undefined when there was none
 */
export async function replaceCustomerCart(
  session: CustomerSession,
  { from, to }: { from: string | undefined; to: string },
): Promise<string> {
  const { customerId } = session;
  const carts = database().customerCart;
  if (from)
    await orThrowUnavailable(carts.updateMany({ where: { customerId, cartId: from }, data: { cartId: to } }));
  else await orThrowUnavailable(carts.createMany({ data: { customerId, cartId: to }, skipDuplicates: true }));
  return (await findCustomerCart(session)) ?? to;
}
