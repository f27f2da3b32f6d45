import { createHash } from "node:crypto";
import { env } from "../env";

const PREFIX_LENGTH = 5;
const TIMEOUT_MS = 1_000;
/** A response has about 1,000 lines of 40 characters. */
const MAX_RESPONSE_BYTES = 500_000;

/**
 * Whether a password is in a list of stolen ones, by k-anonymity: five characters of its SHA-1 are sent, and the
 * response lists every hash with that prefix (range API of Have I Been Pwned, v3). False without
 * `BREACHED_PASSWORDS_URL` and when the list does not respond within a second.
 * @param password normalised
 */
export async function isBreached(password: string, url = env.breachedPasswordsUrl): Promise<boolean> {
  if (!url) return false;
  const hash = createHash("sha1").update(password).digest("hex").toUpperCase();
  const suffix = hash.slice(PREFIX_LENGTH);
  try {
    const lines = await fetchRange(`${url.replace(/\/+$/, "")}/${hash.slice(0, PREFIX_LENGTH)}`);
    return lines.some((line) => {
      const [found = "", count = ""] = line.trim().split(":");
      // Padding lines have the count 0.
      return found.toUpperCase() === suffix && Number(count) > 0;
    });
  } catch {
    return false;
  }
}

async function fetchRange(url: string): Promise<string[]> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const response = await fetch(url, { headers: { "Add-Padding": "true" }, redirect: "error", signal });
  if (!response.ok || !response.body) return [];
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.length;
    if (bytes > MAX_RESPONSE_BYTES) return [];
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8").split("\n");
}
