import { RenderedFor } from "@/components/session/rendered-for";
import { getCustomerTag } from "@/lib/customer/customer-tag";

/** Reports for which customer the server has rendered the page. Belongs on every page with personal content. */
export async function RenderedForCustomer() {
  const tag = await getCustomerTag();
  return tag ? <RenderedFor tag={tag} /> : null;
}
