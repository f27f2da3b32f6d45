import { environment } from "./environment";

/**
 * Sends a command to the control server of the test shop; tools/test-shop/test-shop.ts lists them.
 * @throws Error when the command fails
 */
export async function sendControl(command: string): Promise<void> {
  const url = new URL(`/${command}`, environment.controlUrl);
  const response = await fetch(url, { method: "POST" });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
}
