import "server-only";
import { z } from "zod";
import { medusaAddressSchema, reshapeAddress, toMedusaAddress } from "@/lib/address/medusa-address";
import type { Address } from "@/lib/address/address";
import type { SavedAddress } from "@/lib/customer/customer";
import { type CustomerSession, requireCustomer, requireCustomerHeaders } from "@/lib/session/session";
import { AppError } from "@/lib/errors";
import { callAs } from "@/lib/medusa/client";
import { customerHeaders, type IdentityHeaders } from "@/lib/medusa/headers";
import { lenientList, parseResponse } from "@/lib/medusa/parse";
import { countAgainst } from "@/lib/rate-limit";

const PATH = "/store/customers/me/addresses";

const savedSchema = medusaAddressSchema.extend({
  id: z.string(),
  is_default_shipping: z.boolean().nullish().catch(null),
  is_default_billing: z.boolean().nullish().catch(null),
});
const addressesResponse = z.object({ addresses: lenientList(savedSchema, "address") });

/** The checkout lists all of them at once. */
const MAX_ADDRESSES = 50;
/** How many are read: more than `MAX_ADDRESSES`, for concurrent additions. */
const LIMIT = 100;

/** The customer's address book, the default first. @throws AppError "signed-out", "unavailable" */
export async function listAddresses(): Promise<SavedAddress[]> {
  return listAddressesFor(await requireCustomerHeaders());
}

/** As `listAddresses`, for a known customer. For `lib` alone. */
export async function listAddressesFor(identity: IdentityHeaders): Promise<SavedAddress[]> {
  const response = await callAs(identity, PATH, { query: { limit: LIMIT } });
  return parseResponse(addressesResponse, response)
    .addresses.flatMap(reshapeSaved)
    .toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

/**
 * Adds an address; the first one becomes the default.
 * @throws AppError "address-book-full", "too-many-attempts", "signed-out", "unavailable"
 */
export async function createAddress(address: Address): Promise<void> {
  const session = await requireCustomer();
  const { length } = await listAddressesFor(customerHeaders(session.backendToken));
  await createAddressFor(session, address, length);
}

/** As `createAddress`, for a known customer. For `lib` alone. @param count how many addresses there are already */
export async function createAddressFor(
  { customerId, backendToken }: CustomerSession,
  address: Address,
  count: number,
): Promise<void> {
  await countAgainst("address-customer", customerId);
  if (count >= MAX_ADDRESSES) throw new AppError("address-book-full");
  const body = { ...toMedusaAddress(address), ...(count === 0 ? DEFAULT : {}) };
  await callAs(customerHeaders(backendToken), PATH, { method: "POST", body });
}

/** Updates an address. @throws AppError "not-found" if it is not the customer's, "signed-out", "unavailable" */
export async function updateAddress(id: string, address: Address): Promise<void> {
  await callAs(await requireCustomerHeaders(), pathOf(id), {
    method: "POST",
    body: toMedusaAddress(address),
  });
}

/**
 * Makes an address the default for shipping, and for billing unless another address is the default for that.
 * @throws AppError "not-found" if it is not the customer's, "signed-out", "unavailable"
 */
export async function setDefaultAddress(id: string): Promise<void> {
  const identity = await requireCustomerHeaders();
  const addresses = await listAddressesFor(identity);
  const isBillingApart = addresses.some((each) => each.isDefaultBilling && !each.isDefault);
  const body = isBillingApart ? { is_default_shipping: true } : DEFAULT;
  await callAs(identity, pathOf(id), { method: "POST", body });
}

/** Makes an address the default for billing. @throws AppError "not-found" if it is not the customer's */
export async function setDefaultBillingAddress(id: string): Promise<void> {
  await callAs(await requireCustomerHeaders(), pathOf(id), {
    method: "POST",
    body: { is_default_billing: true },
  });
}

/** Deletes an address. @throws AppError "not-found" if it is not the customer's, "signed-out", "unavailable" */
export async function deleteAddress(id: string): Promise<void> {
  await callAs(await requireCustomerHeaders(), pathOf(id), { method: "DELETE" });
}

const DEFAULT = { is_default_shipping: true, is_default_billing: true };

function pathOf(id: string): string {
  return `${PATH}/${encodeURIComponent(id)}`;
}

function reshapeSaved(saved: z.infer<typeof savedSchema>): SavedAddress[] {
  const address = reshapeAddress(saved);
  const { id, is_default_shipping, is_default_billing } = saved;
  if (!address) return [];
  return [
    {
      ...address,
      id,
      isDefault: is_default_shipping ?? false,
      isDefaultBilling: is_default_billing ?? false,
    },
  ];
}
