import type { Browser } from "@playwright/test";
import { environment } from "./environment";
import { openMachine, Shopper, type Identity } from "./shopper";

/** Two more machines of one shopper's, each signed in at another instance of the storefront. */
export async function openDevices(browser: Browser, identity: Identity): Promise<Shopper[]> {
  const devices: Shopper[] = [];
  for (const options of [{}, { baseURL: environment.secondBaseUrl }]) {
    const context = await openMachine(browser, options);
    const device = new Shopper(await context.newPage(), identity);
    await device.signIn();
    devices.push(device);
  }
  return devices;
}
