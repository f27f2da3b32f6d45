import { chromium, type BrowserContext } from "@playwright/test";
import { newClientIp } from "./identity";

/** A name of this machine that no browser takes for localhost: as a phone sees the shop in a local network. */
const LAN_NAME = "phone.test";

/** Does something in a browser that reaches this machine under that name, over plain http. */
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

/** The same address under that name. */
export function toLanUrl(url: string): string {
  const address = new URL(url);
  address.hostname = LAN_NAME;
  return address.origin;
}
