import type { CreatePromotionDTO, MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows";
import { findMissing } from "./missing";

// Percentages only: a fixed amount has one currency, and both codes apply in every market.
const promotions: CreatePromotionDTO[] = [
  {
    code: "WELCOME10",
    type: "standard",
    status: "active",
    application_method: { type: "percentage", target_type: "items", allocation: "across", value: 10 },
  },
  {
    code: "SHIPFREE",
    type: "standard",
    status: "active",
    application_method: {
      type: "percentage",
      target_type: "shipping_methods",
      allocation: "across",
      value: 100,
    },
  },
];

/** Seeds WELCOME10, 10 % off items, and SHIPFREE, free delivery. */
export async function seedPromotions(container: MedusaContainer): Promise<void> {
  const code = promotions.map((promotion) => promotion.code);
  const existing = await container.resolve(Modules.PROMOTION).listPromotions({ code });
  const promotionsData = findMissing(promotions, existing, (promotion) => promotion.code);
  if (promotionsData.length) await createPromotionsWorkflow(container).run({ input: { promotionsData } });
}
