import { chromium, type BrowserContext } from "@playwright/test";
import { newClientIp } from "./identity";

/**
 * A host name of this machine that browsers do not treat as localhost, as when a phone opens the shop over a local
 * network.
 */
const LAN_NAME = "phone.test";

/** Runs `work` in a browser that reaches this machine under that name, over plain HTTP. */
export async function withLanBrowser(work: (context: BrowserContext) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({
    ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
    args: [`--host-resolver-rules=MAP ${LAN_NAME} 127.0.0.1`],
  });
  try {
    await work(await browser.newContext({ locale: "en-US", extraHTTPHeaders: newClientIp() }));
  } finally {
    await browser.close();
  }
}

/** The origin of a URL, with that host name. */
export function toLanUrl(url: string): string {
  const address = new URL(url);
  address.hostname = LAN_NAME;
  return address.origin;
}
