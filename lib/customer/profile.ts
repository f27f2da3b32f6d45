import "server-only";
import { cache } from "react";
import { z } from "zod";
import type { Customer } from "@/lib/customer/customer";
import { requireCustomerHeaders } from "@/lib/session/session";
import { callAs } from "@/lib/medusa/client";
import type { IdentityHeaders } from "@/lib/medusa/headers";
import { optionalText, parseResponse } from "@/lib/medusa/parse";

const PATH = "/store/customers/me";
const FIELDS = "first_name,last_name,email,phone";

const customerSchema = z.object({
  first_name: optionalText,
  last_name: optionalText,
  email: z.string(),
  phone: optionalText,
});
const customerResponse = z.object({ customer: customerSchema });

/** The signed-in customer's profile. One read per request. @throws AppError "signed-out", "unavailable" */
export const getCustomer = cache(async (): Promise<Customer> =>
  getCustomerFor(await requireCustomerHeaders()),
);

/** As `getCustomer`, for a known customer. For `lib` alone. */
export async function getCustomerFor(identity: IdentityHeaders): Promise<Customer> {
  const response = await callAs(identity, PATH, { query: { fields: FIELDS } });
  const { customer } = parseResponse(customerResponse, response);
  return {
    firstName: customer.first_name ?? "",
    lastName: customer.last_name ?? "",
    email: customer.email,
    phone: customer.phone ?? "",
  };
}

/** Saves the customer's name. @throws AppError "signed-out", "unavailable" */
export async function saveName({ firstName, lastName }: Pick<Customer, "firstName" | "lastName">) {
  await save({ first_name: firstName, last_name: lastName });
}

/** Saves the customer's phone number. @throws AppError "signed-out", "unavailable" */
export async function savePhone(phone: string) {
  await save({ phone });
}

async function save(body: object): Promise<void> {
  await callAs(await requireCustomerHeaders(), PATH, { method: "POST", body });
}
