import { createHmac } from "node:crypto";
import { environment } from "./environment";

/**
 * Headers of a revalidation message of the backend.
 * @param timestamp Unix time in seconds
 */
export function signRevalidation(
  body: string,
  timestamp = Math.floor(Date.now() / 1_000),
  secret = environment.revalidateSecret,
) {
  const signature = createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex");
  return { "x-cloakroom-timestamp": String(timestamp), "x-cloakroom-signature": signature };
}
