import "server-only";
import { createAddressFor, listAddresses, listAddressesFor } from "@/lib/customer/addresses";
import { isSameAddress, type Address } from "@/lib/address/address";
import { type Customer, type SavedAddress, toAddress } from "@/lib/customer/customer";
import { getCustomer } from "@/lib/customer/profile";
import { AppError } from "@/lib/errors";
import { logLimited } from "@/lib/log";
import { addressSchema } from "@/lib/address/schema";
import { customerHeaders } from "@/lib/medusa/headers";
import { type CustomerSession, getSession } from "@/lib/session/session";

export type AddressBook = { customer: Customer; addresses: SavedAddress[] };

/** The profile and addresses of a signed-in customer, to prefill the checkout; null for a guest. @throws AppError "unavailable" */
export async function getAddressBook(): Promise<AddressBook | null> {
  if ((await getSession()).status !== "signed-in") return null;
  const [customer, addresses] = await Promise.all([getCustomer(), listAddresses()]);
  return { customer, addresses };
}

/**
 * A saved address of the customer, validated for an order. For `lib/checkout` alone.
 * @param session null for a guest
 * @throws AppError "invalid" if it is not the customer's or incomplete, "signed-out", "unavailable"
 */
export async function requireSavedAddress(id: string, session: CustomerSession | null) {
  if (!session) throw new AppError("signed-out");
  const addresses = await listAddressesFor(customerHeaders(session.backendToken));
  const saved = addresses.find((address) => address.id === id);
  const parsed = addressSchema.safeParse(saved);
  if (parsed.success) return parsed.data;
  const message = saved
    ? "Something is missing in that address. Please enter it once more, as another one."
    : "Please choose an address.";
  throw new AppError("invalid", { fields: { savedAddress: message } });
}

/**
 * Adds an address to the address book unless it is in it. The order does not depend on it, so errors are only logged. For
 * `lib/checkout` alone.
 */
export async function saveToAddressBook(address: Address, session: CustomerSession): Promise<void> {
  try {
    const addresses = await listAddressesFor(customerHeaders(session.backendToken));
    const isSaved = addresses.some((saved) => isSameAddress(address, toAddress(saved)));
    if (!isSaved) await createAddressFor(session, address, addresses.length);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    logLimited("address-book", console.error, "an address was not saved:", error.code);
  }
}
