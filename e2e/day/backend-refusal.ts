import { requestMedusa } from "../support/medusa-request";
import type { HttpShopper } from "./http-shopper";

/** Asks the backend itself to complete a guest's cart, to explain in the report why the cart is stuck. */
export async function readBackendRefusal({ browser, isSignedIn }: HttpShopper): Promise<string> {
  const [id] = /cart_[0-9A-Z]{26}/u.exec(browser.cookies.get("__Host-cart") ?? "") ?? [];
  if (isSignedIn || !id) return "a customer's cart";
  const { status, body } = await requestMedusa(`/store/carts/${id}/complete`, { body: {} });
  return `the backend answers ${status} ${String(body.message ?? body.type)}`;
}
