import type { OrderSummary } from "@/lib/orders/order";

const NAMED_PRODUCTS = 2;

/** The products of an order in one line: "Scarf, 2 × Cap and 3 more". */
export function describeProducts(products: OrderSummary["products"]): string {
  const [named, others] = [products.slice(0, NAMED_PRODUCTS), products.slice(NAMED_PRODUCTS)];
  const names = named.map(({ title, quantity }) => (quantity > 1 ? `${quantity} × ${title}` : title));
  const more = others.reduce((sum, { quantity }) => sum + quantity, 0);
  return more > 0 ? `${names.join(", ")} and ${more} more` : names.join(" and ");
}
