import { RenderedFor } from "@/components/session/rendered-for";
import { getCustomerTag } from "@/lib/customer/customer-tag";

/** Reports for which customer the page was rendered. For every page with personal content. */
export async function RenderedForCustomer() {
  const tag = await getCustomerTag();
  return tag ? <RenderedFor tag={tag} /> : null;
}
