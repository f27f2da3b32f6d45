import "server-only";
import { writeShortageNotice } from "@/lib/cart/shortage-notice";
import { formatLineTitle } from "@/lib/cart/reshape";
import { getCartContextFor } from "@/lib/cart/context";
import { addAvailable, type Shortage, type RequestedItem } from "@/lib/cart/add-available";
import { listOrderLines } from "@/lib/orders/queries";
import { AppError } from "@/lib/errors";
import type { Country } from "@/lib/markets";
import { countAgainst } from "@/lib/rate-limit";
import type { OrderedLine } from "@/lib/orders/backend-order";
import { requireCustomer } from "@/lib/session/session";

/**
 * Adds the items of an order of the customer's to the cart, as far as they are available. Shortages are shown on the
 * cart page that follows.
 * @throws AppError "not-found", "nothing-to-reorder" with the reasons, "cannot-move", "signed-out",
 *   "too-many-attempts", "unavailable"
 */
export async function reorder(orderId: string, country: Country): Promise<void> {
  const context = await getCartContextFor(await requireCustomer());
  await countAgainst("reorder-customer", context.session.customerId);
  const lines = await listOrderLines(orderId, context.identity);
  if (!lines) throw new AppError("not-found");
  // A line that the shop has taken out of the order has a quantity of 0.
  const ordered = lines.filter(({ quantity }) => quantity > 0);
  const { added, missing } = await addAvailable(country, ordered.map(toRequestedItem), context);
  if (added === 0)
    throw new AppError("nothing-to-reorder", { fields: { form: missing.map(formatShortage).join(" ") } });
  if (missing.length > 0)
    await writeShortageNotice(["Not everything could be added.", ...missing.map(formatShortage)]);
}

function toRequestedItem(line: OrderedLine): RequestedItem {
  return {
    handle: line.product_handle ?? "",
    variantId: line.variant_id ?? "",
    variantTitle: line.variant_title ?? "",
    title: formatLineTitle(line),
    quantity: line.quantity,
  };
}

function formatShortage({ title, reason }: Shortage): string {
  return `${title}: ${reason}.`;
}
