import { ADDRESS_FIELD_NAMES, getAddressValues } from "@/components/address/address-values";
import { isSameAddress } from "@/components/address/address-lines";
import type { Cart } from "@/lib/cart/cart";
import type { FieldErrors } from "@/lib/errors";
import type { Market } from "@/lib/market";

/** What the address form begins with: what the cart knows already, else the country of the shop. */
export function getSavedValues(cart: Cart, { country }: Market): Record<string, string> {
  const { email, shippingAddress, billingAddress } = cart;
  const isSame = !billingAddress || isSameAddress(shippingAddress, billingAddress);
  return {
    email,
    ...getAddressValues("shipping", shippingAddress ?? { country }),
    ...getAddressValues("billing", isSame ? { country } : billingAddress),
    ...(isSame ? { sameAsBilling: "on" } : {}),
  };
}

/** The first field that is wrong, in the order of the form. */
export function getFirstError(errors: FieldErrors): string | undefined {
  const names = ["shipping", "billing"].flatMap((kind) =>
    ADDRESS_FIELD_NAMES.map((name) => `${kind}.${name}`),
  );
  return ["email", ...names].find((name) => errors[name]);
}
