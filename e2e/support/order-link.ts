import { createCipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";
import { environment } from "./environment";

const PURPOSE = "cloakroom:order-link";

/** A token as the backend seals it. @param until in ms since 1970 */
export function sealOrderLink({ id, email, until }: { id: string; email: string; until: number }): string {
  const hash = createHash("sha256").update(`${PURPOSE}\n${email}`).digest("base64url").slice(0, 22);
  const key = Buffer.from(hkdfSync("sha256", environment.jwtSecret, "", PURPOSE, 32));
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key, iv);
  const text = JSON.stringify({ order: id, email: hash, until });
  const content = Buffer.concat([cipher.update(text), cipher.final()]);
  return `ol_${Buffer.concat([iv, cipher.getAuthTag(), content]).toString("base64url")}`;
}

/** The path of the link in a mail about an order, with its token. */
export function readOrderLink(mail: string): string {
  const [url = ""] = /http\S+\/order\/linked\?token=ol_[\w-]+/u.exec(mail) ?? [];
  const { pathname, search } = new URL(url);
  return pathname + search;
}
