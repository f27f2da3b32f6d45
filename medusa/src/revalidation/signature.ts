import { createHmac } from "node:crypto";

/** Headers that authenticate a message of the backend and its time. */
export function signedHeaders(body: string, secret: string, unixSeconds: number): Record<string, string> {
  const signature = createHmac("sha256", secret).update(`${unixSeconds}.${body}`).digest("hex");
  return {
    "content-type": "application/json",
    "x-cloakroom-timestamp": String(unixSeconds),
    "x-cloakroom-signature": signature,
  };
}
