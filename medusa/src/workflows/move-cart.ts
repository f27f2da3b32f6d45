import {
  createStep,
  createWorkflow,
  StepResponse,
  transform,
  WorkflowResponse,
} from "@medusajs/framework/workflows-sdk";
import { ContainerRegistrationKeys } from "@medusajs/framework/utils";
import {
  acquireLockStep,
  deleteLineItemsStep,
  releaseLockStep,
  updateCartWorkflow,
} from "@medusajs/medusa/core-flows";
import { findRegionIdByCountry } from "../carts/countries";

interface MoveInput {
  id: string;
  country_code: string;
  /** Lines to remove. */
  remove_item_ids: string[];
}

const findRegionStep = createStep("find-region-of-country", async (country: string, { container }) => {
  return new StepResponse(await findRegionIdByCountry(container, country));
});

/** Only lines of this cart: the ids come from the request. */
const findOwnItemsStep = createStep(
  "find-own-items",
  async ({ id, remove_item_ids }: MoveInput, { container }) => {
    if (remove_item_ids.length === 0) return new StepResponse([] as string[]);
    const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "line_item",
      fields: ["id"],
      filters: { cart_id: id, id: remove_item_ids },
    });
    return new StepResponse(data.map((item) => item.id));
  },
);

/** Changes region, currency, country and lines of a cart together, or none of them. */
export const moveCartWorkflow = createWorkflow("move-cart", (input: MoveInput) => {
  acquireLockStep({ key: input.id, timeout: 2, ttl: 10 });
  const region_id = findRegionStep(input.country_code);
  deleteLineItemsStep(findOwnItemsStep(input));
  const update = transform({ input, region_id }, ({ input: { id, country_code }, region_id: region }) => ({
    id,
    region_id: region,
    shipping_address: { country_code },
  }));
  updateCartWorkflow.runAsStep({ input: update });
  releaseLockStep({ key: input.id });
  return new WorkflowResponse(undefined);
});
