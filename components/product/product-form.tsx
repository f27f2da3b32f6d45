"use client";

import { useActionState, useState, type FormEvent } from "react";
import type { CartAction } from "@/components/cart/store/cart-store";
import { getErrorMessage } from "@/components/ui/error-text";
import { useCart } from "@/components/cart/store/use-cart";
import { useCustomerPrice } from "@/components/catalog/customer-prices";
import { type Availability, describeAvailability } from "@/components/product/availability";
import { useVariantChoice } from "@/components/product/use-variant-choice";
import { OptionGroup } from "@/components/product/option-group";
import { Notice } from "@/components/ui/notice";
import { Price } from "@/components/ui/price";
import { RecoveryLink } from "@/components/ui/recovery-link";
import { formatVariantTitle } from "@/lib/cart/cart";
import { findVariant, type Product, type ProductOption, type Variant } from "@/lib/catalog/product";
import type { Failure } from "@/lib/errors";
import type { Market } from "@/lib/markets";
import clsx from "clsx";
import { Button } from "@/components/ui/button";

type FormProduct = Pick<
  Product,
  "handle" | "title" | "price" | "originalPrice" | "hasPriceRange" | "options" | "variants"
>;

type ProductFormProps = {
  product: FormProduct;
  market: Pick<Market, "country" | "locale">;
  addToCart: CartAction;
};

/**
 * Price, options and the button. Without script a plain form; with it the line is added optimistically, and removed again
 * with a message if the server refuses it.
 */
export function ProductForm({ product, market, addToCart }: ProductFormProps) {
  const [posted, formAction] = useActionState(addToCart, null);
  const [failure, setFailure] = useState<Failure | null>(posted?.ok === false ? posted : null);
  const { choice, missing, formProps } = useVariantChoice(getOnlyChoice(product.options));
  const cart = useCart();
  const own = useCustomerPrice(product.handle);
  const chosen = findVariant(product.variants, choice);
  const variant = chosen && { ...chosen, ...own?.variants[chosen.id] };
  const shown = variant ?? { ...product, ...own };
  const availability = describeAvailability(product, choice);

  function add(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (!variant) return;
    const form = new FormData(event.currentTarget);
    void cart
      .add(form, getLine(product, variant))
      .then((result) => setFailure(result?.ok === false && result.code !== "outdated" ? result : null));
  }

  return (
    <form {...formProps} action={formAction} onSubmit={add} className="flex flex-col gap-6">
      <input type="hidden" name="country" value={market.country} />
      <input type="hidden" name="handle" value={product.handle} />
      <input type="hidden" name="quantity" value="1" />
      <noscript>
        <input type="hidden" name="then" value="cart" />
      </noscript>
      <Price
        money={shown.price}
        original={shown.originalPrice}
        locale={market.locale}
        isFrom={!variant && (own ?? product).hasPriceRange}
        testId="product-price"
        className="text-xl"
      />
      <div data-testid="product-options" className="flex flex-col gap-6">
        {product.options.map((option) => (
          <OptionGroup
            key={option.title}
            option={option}
            variants={product.variants}
            choice={choice}
            error={missing === option.title ? `Please choose a ${option.title.toLowerCase()}.` : undefined}
          />
        ))}
      </div>
      <StockLine availability={availability} />
      <AddButton state={availability.state} />
      {failure && (
        <Notice tone="bad" data-testid="product-error-message">
          {getErrorMessage(failure)} <RecoveryLink code={failure.code} />
        </Notice>
      )}
    </form>
  );
}

/** The values of options that have only one. */
function getOnlyChoice(options: ProductOption[]) {
  const settled = options.filter(({ values }) => values.length === 1);
  return Object.fromEntries(settled.map(({ title, values: [only = ""] }) => [title, only]));
}

function getLine(product: FormProduct, variant: Variant) {
  return {
    variantId: variant.id,
    handle: product.handle,
    title: product.title,
    variant: formatVariantTitle(variant.title),
    pictureUrl: variant.pictureUrl,
    quantity: 1,
    available: variant.available,
    ...(variant.onHand === undefined ? {} : { onHand: variant.onHand }),
    unitPrice: variant.price,
    originalUnitPrice: variant.originalPrice,
    isForSale: true,
  };
}

const DOTS: Record<Availability["state"], string> = {
  available: "bg-good",
  few: "bg-brass",
  backorder: "bg-brass",
  unfinished: "border border-edge",
  "sold-out": "border border-dashed border-bad",
  "not-made": "border border-dashed border-bad",
};

/** The availability of the chosen combination, announced when it changes. */
function StockLine({ availability: { state, text } }: { availability: Availability }) {
  return (
    <p aria-live="polite" data-testid="stock-status" className="flex items-center gap-2.5 text-sm">
      <span aria-hidden="true" className={clsx("size-2.5 shrink-0 rounded-full", DOTS[state])} />
      {text}
    </p>
  );
}

const TEXTS: Record<Availability["state"], string> = {
  available: "Add to cart",
  few: "Add to cart",
  backorder: "Add to cart",
  unfinished: "Add to cart",
  "sold-out": "Sold out",
  "not-made": "Not available",
};

/** The button that adds the chosen combination to the cart; disabled if it cannot be bought. */
function AddButton({ state }: { state: Availability["state"] }) {
  const isImpossible = state === "sold-out" || state === "not-made";
  return (
    <Button
      type="submit"
      size="large"
      disabled={isImpossible}
      data-testid="add-product-button"
      className="w-full"
    >
      {TEXTS[state]}
    </Button>
  );
}
