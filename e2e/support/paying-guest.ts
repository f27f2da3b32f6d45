import { HttpBrowser, type PageResponse } from "./http-browser";
import type { MedusaStoreApi } from "./medusa-store-api";
import { ADDRESS, createReadyCart, findVariantId } from "./place-order-via-api";
import { DEMO_BANK, listAttempts } from "./demo-bank";
import { newEmail } from "./medusa-store-api";

const REVIEW = "/us/checkout?step=review";

/** A guest over HTTP whose cart is ready to be paid at the Demo bank. */
export class PayingGuest {
  private constructor(
    readonly browser: HttpBrowser,
    readonly cartId: string,
    readonly email: string,
  ) {}

  /** @param variantId of what is bought; by default a scarf, with stock for all tests */
  static async create(storeApi: MedusaStoreApi, variantId?: string): Promise<PayingGuest> {
    const email = newEmail();
    const cartId = await createReadyCart(storeApi, {
      variantId: variantId ?? (await findVariantId(storeApi, "attendants-scarf")),
      quantity: 1,
      email,
      provider: DEMO_BANK,
    });
    const browser = new HttpBrowser();
    browser.takeCart(cartId, email, ...Object.values(ADDRESS));
    return new PayingGuest(browser, cartId, email);
  }

  /** Presses "Place order". @returns the address of the bank's page */
  async goToBank(): Promise<string> {
    const { location, html } = await this.placeOrder();
    if (!location?.includes("/pay/")) throw new Error(`No bank: ${location} ${html.slice(0, 200)}`);
    return location;
  }

  /** Presses "Place order". @returns the page that follows; of the bank, only its address */
  placeOrder(): Promise<PageResponse> {
    return this.browser.submit(REVIEW, "order", {});
  }

  /** Follows the bank's redirect. @returns the page of the shop that is shown, and its path as `location` */
  async returnToShop(url: string): Promise<PageResponse> {
    const { pathname, search } = new URL(url);
    const { location } = await this.browser.get(pathname + search);
    return { ...(await this.browser.get(location ?? "")), location };
  }

  /** The payment session of the newest attempt. */
  async readSessionId(): Promise<string> {
    return (await listAttempts(this.cartId)).at(-1)?.session_id ?? "";
  }
}
