import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { z } from "@medusajs/framework/zod";

/*
 * Some admin edits change what shoppers see, yet Medusa emits no event for them. These middlewares emit the event
 * that Medusa emits for similar edits, once the edit has succeeded.
 */

/** For products added to or removed from a category or sales channel. */
export const emitProductsUpdated = emitAfterSuccess("product.updated", (request) => {
  const { add, remove } = assignmentSchema.parse(request.body);
  return Promise.resolve([...add, ...remove]);
});

/** For pictures that are assigned to variants of the product in the path. */
export const emitProductUpdated = emitAfterSuccess("product.updated", readIdInPath);

/** For a category whose products have changed. */
export const emitCategoryUpdated = emitAfterSuccess("product-category.updated", readIdInPath);

/** For a price list whose status or dates have changed. */
export const emitPriceListUpdated = emitAfterSuccess("pricing.price-list.updated", readIdInPath);

/** For tax rates and tax inclusion, which apply to whole regions, and for the stock that a sales channel draws on. */
export const emitRegionsUpdated = emitAfterSuccess("region.updated", async (request) => {
  const regions = await request.scope.resolve(Modules.REGION).listRegions({}, { select: ["id"] });
  return regions.map(({ id }) => id);
});

const assignmentSchema = z.object({
  add: z.array(z.string()).default([]),
  remove: z.array(z.string()).default([]),
});

function readIdInPath(request: MedusaRequest): Promise<string[]> {
  return Promise.resolve(request.params.id ? [request.params.id] : []);
}

function emitAfterSuccess(name: string, findIds: (request: MedusaRequest) => Promise<string[]>) {
  const emit = async (request: MedusaRequest) => {
    const ids = await findIds(request);
    await request.scope.resolve(Modules.EVENT_BUS).emit(ids.map((id) => ({ name, data: { id } })));
  };
  return (request: MedusaRequest, response: MedusaResponse, next: MedusaNextFunction) => {
    response.on("finish", () => {
      if (response.statusCode >= 300) return;
      const logger = request.scope.resolve(ContainerRegistrationKeys.LOGGER);
      emit(request).catch((error: Error) => logger.error(`${name} could not be announced`, error));
    });
    next();
  };
}
