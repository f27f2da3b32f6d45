import { requestMedusa } from "../support/medusa-request";
import type { HttpShopper } from "./http-shopper";

/** What the backend itself says to an order of a guest's cart, for whoever reads about a cart that is stuck. */
export async function readBackendRefusal({ browser, isSignedIn }: HttpShopper): Promise<string> {
  const [id] = /cart_[0-9A-Z]{26}/u.exec(browser.cookies.get("__Host-cart") ?? "") ?? [];
  if (isSignedIn || !id) return "a customer's cart";
  const { status, body } = await requestMedusa(`/store/carts/${id}/complete`, { body: {} });
  return `the backend answers ${status} ${String(body.message ?? body.type)}`;
}
