import "server-only";
import { cookies } from "next/headers";
import { areCookiesSecure } from "@/lib/host-cookie";

/** Tells a static page that there is something personal to ask for. Holds no data, so scripts may read it. */
const HINT_COOKIE = "shopper";

/** Only in a server action or route handler, like every change of a cookie. */
export async function writeShopperHint(lifetimeSeconds: number): Promise<void> {
  (await cookies()).set(HINT_COOKIE, "1", { ...hintOptions(), maxAge: lifetimeSeconds });
}

/** Nothing personal is left in this browser. */
export async function clearShopperHint(): Promise<void> {
  (await cookies()).set(HINT_COOKIE, "", { ...hintOptions(), maxAge: 0 });
}

function hintOptions() {
  return { secure: areCookiesSecure(), httpOnly: false, sameSite: "lax", path: "/" } as const;
}
