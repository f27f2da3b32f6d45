import { ADDRESS_FIELD_NAMES, getAddressValues } from "@/components/address/address-values";
import type { Cart } from "@/lib/cart/cart";
import { isSameAddress, type Address } from "@/lib/address/address";
import { toAddress, type Customer, type SavedAddress } from "@/lib/customer/customer";
import type { FieldErrors } from "@/lib/errors";
import type { Market } from "@/lib/markets";

type Book = { customer: Customer; addresses: SavedAddress[] } | null;

type Known = {
  cart: Cart;
  market: Market;
  book: Book;
  choices: SavedAddress[];
  /** The draft from before the sign-in. */
  draft: Record<string, string> | null;
  /** The id of a saved address to change for this order only. */
  edited?: string | undefined;
};

/** The customer's addresses in the countries of this market's region. */
export function listChoices(book: Book, countries: readonly { country: string }[]): SavedAddress[] {
  const codes = new Set(countries.map(({ country }) => country));
  return book?.addresses.filter(({ country }) => codes.has(country)) ?? [];
}

/** The initial values of the address form: from the draft, else from the cart, else from the account. */
export function getFirstValues(known: Known): Record<string, string> {
  const { cart, market, book, choices, draft } = known;
  const { country } = market;
  const edited = choices.find(({ id }) => id === known.edited);
  const shippingAddress = edited ? toAddress(edited) : cart.shippingAddress;
  const billingAddress = cart.billingAddress ?? getOwnBilling(choices);
  const isSame = !billingAddress || isSameAddress(cart.shippingAddress, billingAddress);
  const { firstName = "", lastName = "", phone = "", email = "" } = book?.customer ?? {};
  return {
    email: cart.email || email,
    savedAddress: edited ? "new" : choose(choices, shippingAddress, draft),
    ...getAddressValues("shipping", shippingAddress ?? { country, firstName, lastName, phone }),
    ...getAddressValues("billing", isSame ? { country } : billingAddress),
    ...(isSame ? { sameAsBilling: "on" } : {}),
    ...(book?.addresses.length === 0 ? { saveToAddressBook: "on" } : {}),
    ...listTyped(draft),
  };
}

/** The default billing address, unless it is also the default for shipping. */
function getOwnBilling(choices: SavedAddress[]): Address | null {
  const saved = choices.find(({ isDefaultBilling }) => isDefaultBilling);
  return saved && !saved.isDefault ? toAddress(saved) : null;
}

/** The typed values. Empty ones are prefilled, except the billing checkbox, for which empty means unticked. */
function listTyped(draft: Known["draft"]): Record<string, string> {
  const typed = Object.entries(draft ?? {}).filter(([name, text]) => text !== "" || name === "sameAsBilling");
  return Object.fromEntries(typed);
}

/** The initially selected saved address: the cart's, else the default, which comes first. */
function choose(choices: SavedAddress[], chosen: Address | null, draft: Known["draft"]): string {
  if (draft?.["shipping.address1"]) return "new";
  if (!chosen) return choices[0]?.id ?? "new";
  return choices.find((saved) => isSameAddress(toAddress(saved), chosen))?.id ?? "new";
}

/** The first invalid field, in the order of the form. */
export function getFirstError(errors: FieldErrors): string | undefined {
  const names = ["shipping", "billing"].flatMap((kind) =>
    ADDRESS_FIELD_NAMES.map((name) => `${kind}.${name}`),
  );
  return ["email", ...names].find((name) => errors[name]);
}
