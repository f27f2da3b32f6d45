import { describe, expect, it } from "vitest";
import { getFirstValues, listChoices } from "./address-form-values";
import { makeCart } from "@/components/cart/store/cart.fixture";
import type { Address } from "@/lib/address/address";
import type { SavedAddress } from "@/lib/customer/customer";
import { MARKETS, type Market } from "@/lib/markets";

const market = MARKETS.find(({ country }) => country === "fr") as Market;

/** Of the region that the shop belongs to. */
const countries = [{ country: "de" }, { country: "fr" }];

const PARIS: Address = {
  firstName: "Ada",
  lastName: "Lovelace",
  company: "",
  address1: "5 rue de l’Échelle",
  address2: "",
  postalCode: "75001",
  city: "Paris",
  province: "",
  country: "fr",
  phone: "",
};
const saved = (id: string, changes: Partial<SavedAddress> = {}): SavedAddress => ({
  ...PARIS,
  id,
  isDefault: false,
  isDefaultBilling: false,
  ...changes,
});
const customer = { firstName: "Grace", lastName: "Hopper", email: "grace@cloakroom.test", phone: "+1 212" };
const cart = { ...makeCart([]), email: "", shippingAddress: null, billingAddress: null };

function first(rest: Partial<Parameters<typeof getFirstValues>[0]> & { addresses?: SavedAddress[] }) {
  const book = { customer, addresses: rest.addresses ?? [] };
  return getFirstValues({ cart, market, book, choices: listChoices(book, countries), draft: null, ...rest });
}

describe("what the address form begins with", () => {
  it("is nothing but the country for a guest", () => {
    const values = first({ book: null, choices: [] });
    expect(values).toMatchObject({
      email: "",
      savedAddress: "new",
      "shipping.country": "fr",
      "shipping.firstName": "",
    });
    expect(values.saveToAddressBook).toBeUndefined();
  });

  it("is name, phone and e-mail of a customer without addresses, whose first one is to be kept", () => {
    expect(first({})).toMatchObject({
      email: customer.email,
      "shipping.firstName": "Grace",
      "shipping.phone": "+1 212",
      savedAddress: "new",
      saveToAddressBook: "on",
    });
  });

  it("is the first address that this shop delivers to", () => {
    const addresses = [saved("cuaddr_us", { country: "us" }), saved("cuaddr_fr")];
    expect(first({ addresses }).savedAddress).toBe("cuaddr_fr");
  });

  it("is the cart's own address, chosen among the saved ones or written out", () => {
    const addresses = [saved("cuaddr_1", { address1: "elsewhere" }), saved("cuaddr_2")];
    expect(first({ addresses, cart: { ...cart, shippingAddress: PARIS } }).savedAddress).toBe("cuaddr_2");
    const other = { ...PARIS, address1: "nowhere" };
    expect(first({ addresses, cart: { ...cart, shippingAddress: other } })).toMatchObject({
      savedAddress: "new",
      "shipping.address1": "nowhere",
    });
  });

  it("is an address of the book written out, to be changed for this parcel", () => {
    const addresses = [saved("cuaddr_1", { isDefault: true }), saved("cuaddr_2", { phone: "+33 1" })];
    expect(first({ addresses, edited: "cuaddr_2" })).toMatchObject({
      savedAddress: "new",
      "shipping.phone": "+33 1",
      "shipping.address1": PARIS.address1,
    });
    expect(first({ addresses, edited: "cuaddr_2" }).saveToAddressBook).toBeUndefined();
    expect(first({ addresses, edited: "cuaddr_of_another" }).savedAddress).toBe("cuaddr_1");
  });

  it("is the address for bills, where the customer has one apart", () => {
    const apart = saved("cuaddr_2", { isDefaultBilling: true, address1: "1 Ledger Lane" });
    const values = first({ addresses: [saved("cuaddr_1", { isDefault: true }), apart] });
    expect(values).toMatchObject({ savedAddress: "cuaddr_1", "billing.address1": "1 Ledger Lane" });
    expect(values.sameAsBilling).toBeUndefined();
    const both = saved("cuaddr_1", { isDefault: true, isDefaultBilling: true });
    expect(first({ addresses: [both] }).sameAsBilling).toBe("on");
  });

  it("is what was typed before signing in, where something was", () => {
    const draft = {
      email: "",
      "shipping.address1": "half a str",
      "shipping.lastName": "",
      sameAsBilling: "",
    };
    expect(first({ draft, addresses: [saved("cuaddr_1")] })).toMatchObject({
      email: customer.email,
      savedAddress: "new",
      "shipping.address1": "half a str",
      "shipping.lastName": "Hopper",
      sameAsBilling: "",
    });
  });
});
