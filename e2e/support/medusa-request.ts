import { environment } from "./environment";
import { newClientIp } from "./identity";

/** A browser may send a token and a cookie at once. */
export type Credentials = { token?: string | undefined; cookie?: string | undefined; apiKey?: string };

type RequestOptions = Credentials & { method?: string; body?: object };

/** `cookie` is the session cookie that the response sets, as a browser would send it back. */
export type MedusaResponse = { status: number; body: Record<string, unknown>; cookie: string | undefined };

/**
 * Sends one request to the backend with exactly these credentials, from a client IP of its own. Keeps no cookies and
 * follows no redirects.
 * @param path with its prefix, such as "/admin/orders"
 */
export async function requestMedusa(
  path: string,
  { method, body, token, cookie, apiKey }: RequestOptions = {},
): Promise<MedusaResponse> {
  const authorization = apiKey
    ? `Basic ${Buffer.from(`${apiKey}:`).toString("base64")}`
    : token && `Bearer ${token}`;
  const response = await fetch(environment.medusaUrl + path, {
    method: method ?? (body ? "POST" : "GET"),
    redirect: "manual",
    headers: {
      "content-type": "application/json",
      "x-publishable-api-key": environment.publishableKey,
      ...(authorization ? { authorization } : {}),
      // Browsers add `origin` to every change that carries a cookie.
      ...(cookie ? { cookie, origin: environment.medusaUrl } : {}),
      ...newClientIp(),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  const text = await response.text();
  const [session] = response.headers.getSetCookie();
  return {
    status: response.status,
    body: text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {},
    cookie: session?.split(";")[0],
  };
}

/** @returns a bearer token */
export async function signInAdmin(credentials: { email: string; password: string }): Promise<string> {
  const { email, password } = credentials;
  const { body } = await requestMedusa("/auth/user/emailpass", { body: { email, password } });
  return body.token as string;
}
