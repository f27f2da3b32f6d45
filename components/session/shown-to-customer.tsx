import { ShownTo } from "@/components/session/shown-to";
import { getMark } from "@/lib/customer/mark";

/** Belongs on every page that shows what is a customer's own. */
export async function ShownToCustomer() {
  const mark = await getMark();
  return mark ? <ShownTo mark={mark} /> : null;
}
