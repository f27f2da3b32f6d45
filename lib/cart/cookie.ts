import "server-only";
import { cookies } from "next/headers";
import { hostCookie, writeStateHint } from "@/lib/http/cookies";

const THIRTY_DAYS_SECONDS = 30 * 86_400;

const cartCookie = () => hostCookie("cart", THIRTY_DAYS_SECONDS);

/** The id of this browser's guest cart. A bearer secret: only `lib/cart` may pass it on, and only to Medusa. */
export async function readCartId(): Promise<string | undefined> {
  const value = (await cookies()).get(cartCookie().name)?.value;
  return value && /^cart_[0-9A-Z]{26}$/.test(value) ? value : undefined;
}

/** Sets the cart cookie and the state hint. Only in a server action or route handler: pages cannot set cookies. */
export async function writeCartId(cartId: string): Promise<void> {
  const { name, options } = cartCookie();
  (await cookies()).set(name, cartId, options);
  await writeStateHint(THIRTY_DAYS_SECONDS);
}

/** Deletes the cart cookie. Only in a server action or route handler. */
export async function clearCartId(): Promise<void> {
  const { name, options } = cartCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}
