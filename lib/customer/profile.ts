import "server-only";
import type { StoreCustomer } from "@medusajs/types";
import { cache } from "react";
import type { Customer } from "@/lib/customer/customer";
import { requireIdentity } from "@/lib/customer/identity";
import { callAs } from "@/lib/medusa/client";

const PATH = "/store/customers/me";
const FIELDS = "first_name,last_name,email,phone";

/** @throws AppError "signed-out", "unavailable" */
export const getCustomer = cache(async (): Promise<Customer> => {
  const call = { query: { fields: FIELDS } };
  const { customer } = await callAs<{ customer: StoreCustomer }>(await requireIdentity(), PATH, call);
  return {
    firstName: customer.first_name ?? "",
    lastName: customer.last_name ?? "",
    email: customer.email,
    phone: customer.phone ?? "",
  };
});

/** @throws AppError "signed-out", "unavailable" */
export async function saveName({ firstName, lastName }: Pick<Customer, "firstName" | "lastName">) {
  await save({ first_name: firstName, last_name: lastName });
}

/** @throws AppError "signed-out", "unavailable" */
export async function savePhone(phone: string) {
  await save({ phone });
}

async function save(body: object): Promise<void> {
  await callAs(await requireIdentity(), PATH, { method: "POST", body });
}
