import { createHmac } from "node:crypto";

/** The headers that prove a message comes from this backend, and when it was sent. */
export function signedHeaders(body: string, secret: string, unixSeconds: number): Record<string, string> {
  const signature = createHmac("sha256", secret).update(`${unixSeconds}.${body}`).digest("hex");
  return {
    "content-type": "application/json",
    "x-cloakroom-timestamp": String(unixSeconds),
    "x-cloakroom-signature": signature,
  };
}
