import { join } from "node:path";
import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { updateProductsWorkflow, updateProductVariantsWorkflow } from "@medusajs/medusa/core-flows";
import { type CatalogFileProduct, readCatalogFile } from "./catalog-file";
import { groupByColour, listPictureFiles, picturesOf, uploadPictures } from "./pictures";
import { linkPictures } from "./variant-pictures";

/**
 * Gives a shop that was seeded before each colour had pictures those pictures. Products whose pictures are not all from
 * the seed, and variants that have a picture already, keep what they have. The old files stay: carts and orders show them.
 */
export async function replacePictures(container: MedusaContainer, folder: string): Promise<void> {
  const { products } = await readCatalogFile(folder);
  for (const product of products) await replacePicturesOf(container, folder, product);
}

async function replacePicturesOf(container: MedusaContainer, folder: string, wanted: CatalogFileProduct) {
  const service = container.resolve(Modules.PRODUCT);
  const [found] = await service.listProducts(
    { handle: wanted.handle },
    { select: ["id"], relations: ["images", "variants"] },
  );
  if (!found || !found.images.every(({ url }) => isSeeded(url, wanted.handle))) return;
  const files = await listPictureFiles(join(folder, "pictures"), wanted);
  // There already if an earlier run was interrupted.
  const known = groupByColour(
    files,
    ({ uploadedAs }) => found.images.find(({ url }) => url.endsWith(`-${uploadedAs}`))?.url,
  );
  const isComplete = [...known.values()].flat().length === files.length;
  const pictures = isComplete ? known : await uploadPictures(container, join(folder, "pictures"), wanted);
  const urls = [...pictures.values()].flat();
  if (!isComplete)
    await updateProductsWorkflow(container).run({
      input: { products: [{ id: found.id, thumbnail: urls[0], images: urls.map((url) => ({ url })) }] },
    });
  const skus = new Map(wanted.variants.map((variant) => [variant.sku, variant]));
  const bare = found.variants.flatMap(({ id, sku, thumbnail }) => {
    const variant = skus.get(sku ?? "");
    const own = variant && picturesOf(pictures, variant)[0];
    return own && !thumbnail ? [{ id, thumbnail: own }] : [];
  });
  if (bare.length) await updateProductVariantsWorkflow(container).run({ input: { product_variants: bare } });
  await linkPictures(container, wanted, pictures);
}

/** Whether the seed of some version uploaded it: "1764500000000-porters-beanie-1.webp", "…-porters-beanie-ink-1.webp". */
function isSeeded(url: string, handle: string): boolean {
  const [time = "", rest = ""] = (url.split("/").at(-1) ?? "").split(`-${handle}-`);
  return /^\d+$/.test(time) && /^(?:[a-z]+-)?[1-9]\.webp$/.test(rest);
}
