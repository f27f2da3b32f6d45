import { requireMarket } from "../market";
import { ProductGrid } from "@/components/catalog/product-grid";
import { listProducts } from "@/lib/catalog/products";

export const ensureStatic = "navigation";

type HomeProps = { params: Promise<{ country: string }> };

export default async function Home({ params }: HomeProps) {
  const market = requireMarket((await params).country);
  const { products } = await listProducts(market.country, { page: 1, sort: "created_at" });
  return (
    <div className="page py-section">
      <ProductGrid products={products} market={market} eagerCount={4} />
    </div>
  );
}
