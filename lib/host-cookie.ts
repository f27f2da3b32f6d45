import "server-only";
import { env } from "@/lib/env";

/**
 * Name and attributes of a cookie that holds a secret. In production always `__Host-` and Secure: no other host, no
 * subdomain and no plain connection can then set it. Chromium and Firefox take such cookies from http://localhost as
 * well; Safari does not, so there a production build wants https. `next dev` uses the plain name over http.
 */
export function hostCookie(name: string, lifetimeSeconds: number) {
  const secure = areCookiesSecure();
  return {
    name: secure ? `__Host-${name}` : name,
    options: { httpOnly: true, secure, sameSite: "lax", path: "/", maxAge: lifetimeSeconds } as const,
  };
}

/** Whether browsers are asked to keep the shop's cookies from secure connections only. */
export function areCookiesSecure(): boolean {
  return env.isProduction || env.storefrontUrl.startsWith("https:");
}
