import "server-only";
import type { StoreCustomerAddress } from "@medusajs/types";
import type { Address } from "@/lib/cart/cart";
import { toMedusaAddress } from "@/lib/cart/medusa-address";
import { reshapeAddress } from "@/lib/cart/reshape";
import type { SavedAddress } from "@/lib/customer/customer";
import { requireIdentity } from "@/lib/customer/identity";
import { callAs } from "@/lib/medusa/client";

const PATH = "/store/customers/me/addresses";

/** More than anybody keeps; the backend's own limit is fifty. */
const LIMIT = 100;

/** The customer's address book, the default first. @throws AppError "signed-out", "unavailable" */
export async function listAddresses(): Promise<SavedAddress[]> {
  const call = { query: { limit: LIMIT } };
  const { addresses } = await callAs<{ addresses: StoreCustomerAddress[] }>(
    await requireIdentity(),
    PATH,
    call,
  );
  return addresses.flatMap(reshapeSaved).toSorted((a, b) => Number(b.isDefault) - Number(a.isDefault));
}

/** Adds an address; the first one becomes the default. */
export async function createAddress(address: Address): Promise<void> {
  const isFirst = (await listAddresses()).length === 0;
  const body = { ...toMedusaAddress(address), ...(isFirst ? DEFAULT : {}) };
  await callAs(await requireIdentity(), PATH, { method: "POST", body });
}

/** @throws AppError "not-found" when the address is not this customer's */
export async function saveAddress(id: string, address: Address): Promise<void> {
  await callAs(await requireIdentity(), pathOf(id), { method: "POST", body: toMedusaAddress(address) });
}

/** @throws AppError "not-found" when the address is not this customer's */
export async function makeDefaultAddress(id: string): Promise<void> {
  await callAs(await requireIdentity(), pathOf(id), { method: "POST", body: DEFAULT });
}

/** @throws AppError "not-found" when the address is not this customer's */
export async function deleteAddress(id: string): Promise<void> {
  await callAs(await requireIdentity(), pathOf(id), { method: "DELETE" });
}

const DEFAULT = { is_default_shipping: true, is_default_billing: true };

function pathOf(id: string): string {
  return `${PATH}/${encodeURIComponent(id)}`;
}

function reshapeSaved(saved: StoreCustomerAddress): SavedAddress[] {
  const address = reshapeAddress(saved);
  return address ? [{ ...address, id: saved.id, isDefault: saved.is_default_shipping }] : [];
}
