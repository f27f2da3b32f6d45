import "server-only";
import type { BackendProduct, BackendVariant } from "@/lib/catalog/backend-product";
import type { Product } from "@/lib/catalog/product";

/**
 * The pictures of a product, each with the values of the option by which they differ. A variant shows Medusa's variant
 * images: its own pictures and those of no variant; one that has neither shows all pictures of the product.
 */
export function reshapePictures(product: BackendProduct): Pick<Product, "pictures" | "pictureOption"> {
  const { images, thumbnail, title } = product;
  const urls = images.length > 0 ? images.map(({ url }) => url) : [thumbnail].flatMap((url) => url ?? []);
  const option = product.options.find(({ id }) => isPictureOption(product, id)) ?? null;
  const seen = new Map<string, number>();
  const pictures = urls.map((url) => {
    const values = option && listValues(product, option.id, url);
    const name = values?.length === 1 ? `${title}, ${values[0]}` : title;
    const view = (seen.get(name) ?? 0) + 1;
    seen.set(name, view);
    return { url, alt: view === 1 ? name : `${name}, view ${view}`, values };
  });
  return { pictures, pictureOption: option?.title ?? null };
}

/** Whether the variants with the same value of this option have the same pictures, and those with another one others. */
function isPictureOption({ variants }: BackendProduct, optionId: string): boolean {
  const sets = new Map<string, Set<string>>();
  for (const variant of variants) {
    const value = getValue(variant, optionId) ?? "";
    sets.set(value, (sets.get(value) ?? new Set()).add(variant.images.map(({ url }) => url).join(" ")));
  }
  const all = [...sets.values()];
  return all.every(({ size }) => size === 1) && new Set(all.flatMap((set) => [...set])).size > 1;
}

/** The values whose variants show a picture; null for all. */
function listValues(product: BackendProduct, optionId: string, url: string): string[] | null {
  const variants = rankVariants(product);
  const showing = variants.filter(
    ({ images }) => images.length === 0 || images.some((image) => image.url === url),
  );
  if (showing.length === 0 || showing.length === variants.length) return null;
  return [...new Set(showing.flatMap((variant) => getValue(variant, optionId) ?? []))];
}

const getValue = ({ options }: BackendVariant, optionId: string): string | undefined =>
  options.find(({ option_id }) => option_id === optionId)?.value;

/** Variants in the admin's order. */
export function rankVariants({ variants }: BackendProduct): BackendVariant[] {
  return variants.toSorted((a, b) => (a.variant_rank ?? 0) - (b.variant_rank ?? 0));
}
