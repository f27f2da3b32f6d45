import { ShownTo } from "@/components/session/shown-to";
import { getCustomerTag } from "@/lib/customer/customer-tag";

/** Belongs on every page that shows what is a customer's own. */
export async function ShownToCustomer() {
  const tag = await getCustomerTag();
  return tag ? <ShownTo tag={tag} /> : null;
}
