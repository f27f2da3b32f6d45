import { environment } from "./environment";

/** Changes the shop that the specs run against; its commands are those of scripts/e2e/shop.mjs. */
export async function sendControl(command: string): Promise<void> {
  const url = new URL(`/${command}`, environment.controlUrl);
  const response = await fetch(url, { method: "POST" });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
}
