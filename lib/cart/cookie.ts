import "server-only";
import { cookies } from "next/headers";
import { hostCookie } from "@/lib/host-cookie";

const THIRTY_DAYS_SECONDS = 30 * 86_400;

const cartCookie = () => hostCookie("cart", THIRTY_DAYS_SECONDS);

/** Tells a static page that there is something personal to ask for. Holds no data, so scripts may read it. */
const HINT_COOKIE = "shopper";

/** The id of this browser's cart. A bearer secret: it leaves `lib/cart` for nowhere but Medusa. */
export async function readCartId(): Promise<string | undefined> {
  const value = (await cookies()).get(cartCookie().name)?.value;
  return value && /^cart_[0-9A-Z]{26}$/.test(value) ? value : undefined;
}

/** Only in a server action or route handler: pages cannot set cookies. */
export async function writeCartId(cartId: string): Promise<void> {
  const jar = await cookies();
  const { name, options } = cartCookie();
  jar.set(name, cartId, options);
  jar.set(HINT_COOKIE, "1", { ...options, httpOnly: false });
}

/** The browser starts with no cart. Only in a server action or route handler. */
export async function clearCartId(): Promise<void> {
  const jar = await cookies();
  const { name, options } = cartCookie();
  jar.set(name, "", { ...options, maxAge: 0 });
  jar.set(HINT_COOKIE, "", { ...options, httpOnly: false, maxAge: 0 });
}
