import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";

const FIELDS = { select: ["id", "first_name", "last_name"] };

/** First and last names of the customer account and of the user with this e-mail address. */
export async function listNames(
  scope: MedusaContainer,
  email: string,
): Promise<(string | null | undefined)[]> {
  const [customers, users] = await Promise.all([
    scope.resolve(Modules.CUSTOMER).listCustomers({ email, has_account: true }, FIELDS),
    scope.resolve(Modules.USER).listUsers({ email }, FIELDS),
  ]);
  return [...customers, ...users].flatMap(({ first_name, last_name }) => [first_name, last_name]);
}
