import { environment } from "./environment";

/** Changes the shop that the specs run against; its commands are those of tools/test-shop/test-shop.ts. */
export async function order(command: string): Promise<void> {
  const url = new URL(`/${command}`, environment.controlUrl);
  const answer = await fetch(url, { method: "POST" });
  if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
}
