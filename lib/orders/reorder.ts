import "server-only";
import type { StoreOrder } from "@medusajs/types";
import { cookies } from "next/headers";
import { z } from "zod";
import { refillCart, type Shortfall, type Wish } from "@/lib/cart/refill";
import { findOwnOrder } from "@/lib/customer/orders";
import { AppError } from "@/lib/errors";
import { hostCookie } from "@/lib/host-cookie";
import type { Country } from "@/lib/market";
import { sealedValue } from "@/lib/seal";

/** Until the cart has been shown, on a slow line too. */
const LIFETIME_SECONDS = 30;
const KEPT = 12;

const sealed = sealedValue({
  purpose: "reorder",
  schema: z.object({ missing: z.array(z.object({ title: z.string(), reason: z.string() })) }),
  lifetimeSeconds: LIFETIME_SECONDS,
  maxLength: 3_900,
});

const cookie = () => hostCookie("reorder", LIFETIME_SECONDS);

/**
 * Puts what one of the customer's own orders was of into the cart, as far as it can still be had. What cannot is said
 * on the cart page that follows: `listMissing`.
 * @throws AppError "not-found", "nothing-to-reorder" with the reasons, "signed-out", "unavailable"
 */
export async function reorder(orderId: string, country: Country): Promise<void> {
  const order = await findOwnOrder(orderId, "id,*items");
  if (!order) throw new AppError("not-found");
  const { added, missing } = await refillCart(country, listWishes(order));
  if (added === 0)
    throw new AppError("nothing-to-reorder", { fields: { form: missing.map(describe).join(" ") } });
  const { name, options } = cookie();
  (await cookies()).set(name, await sealed.seal({ missing: missing.slice(0, KEPT) }), options);
}

/** What the last reorder left out, for the cart page right after it. */
export async function listMissing(): Promise<Shortfall[]> {
  const text = (await cookies()).get(cookie().name)?.value;
  return (await sealed.unseal(text))?.missing ?? [];
}

function listWishes(order: StoreOrder): Wish[] {
  return (order.items ?? []).map((item) => ({
    handle: item.product_handle ?? "",
    variantId: item.variant_id ?? "",
    title: [item.product_title ?? item.title, item.variant_title].filter(Boolean).join(", "),
    quantity: item.quantity,
  }));
}

function describe({ title, reason }: Shortfall): string {
  return `${title}: ${reason}.`;
}
