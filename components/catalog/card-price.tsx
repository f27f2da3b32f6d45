"use client";

import { useCustomerPrice } from "@/components/catalog/customer-prices";
import { Price } from "@/components/ui/price";
import type { ProductCard } from "@/lib/catalog/product";

type CardPriceProps = Pick<ProductCard, "handle" | "price" | "originalPrice" | "hasPriceRange"> & {
  locale: string;
};

/** The price on a product card: the public one, until the customer's is known. */
export function CardPrice({ handle, locale, ...everybody }: CardPriceProps) {
  const { price, originalPrice, hasPriceRange } = useCustomerPrice(handle) ?? everybody;
  return (
    <Price
      money={price}
      original={originalPrice}
      locale={locale}
      isFrom={hasPriceRange}
      className="mt-1 text-sm"
    />
  );
}
