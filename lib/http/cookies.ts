import "server-only";
import { env } from "@/lib/env";
import { cookies } from "next/headers";

/**
 * Name and attributes of a cookie that only the server reads. In production it is `__Host-` and Secure, so no other host,
 * no subdomain and no insecure connection can set it. Chromium and Firefox accept such cookies from http://localhost
 * too; Safari does not and needs https for a production build. `next dev` uses the plain name over http.
 */
export function hostCookie(name: string, lifetimeSeconds: number) {
  const secure = areCookiesSecure();
  return {
    name: secure ? `__Host-${name}` : name,
    options: { httpOnly: true, secure, sameSite: "lax", path: "/", maxAge: lifetimeSeconds } as const,
  };
}

/** Whether the shop's cookies are `Secure`. */
export function areCookiesSecure(): boolean {
  return env.isProduction || env.storefrontUrl.startsWith("https:");
}

/** The state hint: tells the script of a static page that there is a session or a cart to fetch. Holds no data. */
const HINT_COOKIE = "shopper";

/** Sets the state hint cookie. Only in a server action or route handler. */
export async function writeStateHint(lifetimeSeconds: number): Promise<void> {
  (await cookies()).set(HINT_COOKIE, "1", { ...hintOptions(), maxAge: lifetimeSeconds });
}

/** Deletes the state hint cookie: this browser has neither a session nor a cart. */
export async function clearStateHint(): Promise<void> {
  (await cookies()).set(HINT_COOKIE, "", { ...hintOptions(), maxAge: 0 });
}

function hintOptions() {
  return { secure: areCookiesSecure(), httpOnly: false, sameSite: "lax", path: "/" } as const;
}
