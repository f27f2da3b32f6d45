import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";
import type { CatalogFileProduct } from "./catalog-file";
import { getColour, type Pictures } from "./pictures";

const imagesSchema = z.array(
  z.object({ id: z.string(), url: z.string(), variants: z.array(z.object({ id: z.string() })).nullish() }),
);

/**
 * Links the pictures of each colour to the variants in that colour (Medusa's variant images), as far as they are not yet.
 * Pictures of a product without a choice of colours stay those of all its variants.
 */
export async function linkPictures(
  container: MedusaContainer,
  { handle, variants }: CatalogFileProduct,
  pictures: Pictures,
): Promise<void> {
  const service = container.resolve(Modules.PRODUCT);
  const [product] = await service.listProducts({ handle }, { select: ["id"], relations: ["variants"] });
  if (!product) return;
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "product_image",
    fields: ["id", "url", "variants.id"],
    filters: { product_id: product.id },
  });
  const images = imagesSchema.parse(data);
  const ids = new Map(product.variants.map(({ id, sku }) => [sku, id]));
  const missing = variants.flatMap((variant) => {
    const variant_id = ids.get(variant.sku);
    const urls = getColour(variant) ? (pictures.get(getColour(variant)) ?? []) : [];
    if (!variant_id) return [];
    return images
      .filter(
        ({ url, variants: linked }) => urls.includes(url) && !linked?.some(({ id }) => id === variant_id),
      )
      .map(({ id }) => ({ variant_id, image_id: id }));
  });
  if (missing.length) await service.addImageToVariant(missing);
}
