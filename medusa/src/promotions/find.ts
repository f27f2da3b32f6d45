import type { MedusaContainer, PromotionDTO } from "@medusajs/framework/types";
import { MedusaError, Modules } from "@medusajs/framework/utils";
import { chooseByCode, codeKey, codePattern } from "./code";
import type { DatedPromotion } from "./code-status";

export type Promotion = PromotionDTO & DatedPromotion & { created_at: Date };

/** Limit for codes that differ only in case or dashes. */
const MAX_CANDIDATES = 50;

const RELATIONS = [
  "application_method",
  "application_method.target_rules",
  "application_method.target_rules.values",
  "application_method.buy_rules",
  "application_method.buy_rules.values",
  "rules",
  "rules.values",
  "campaign",
  "campaign.budget",
];

/**
 * Finds a code typed in any case and form.
 * @returns the code as stored
 * @throws MedusaError "invalid_data" when none is active
 */
export async function requireCode(container: MedusaContainer, typed: string): Promise<string> {
  const alike = codeKey(typed) ? await findCandidates(container, typed) : [];
  const promotion = chooseByCode(alike, typed);
  if (promotion?.status !== "active")
    throw new MedusaError(MedusaError.Types.INVALID_DATA, "That promotion code is not valid.");
  return promotion.code;
}

async function findCandidates(container: MedusaContainer, typed: string): Promise<Promotion[]> {
  // Missing from the module's type: operators are passed through.
  const filter = { code: { $ilike: codePattern(typed) } } as unknown as { code: string };
  const promotions = await container
    .resolve(Modules.PROMOTION)
    .listPromotions(filter, { take: MAX_CANDIDATES });
  return promotions as Promotion[];
}

/** Promotions with all rules and campaigns, by code. */
export async function findByCodes(
  container: MedusaContainer,
  codes: (string | null | undefined)[],
): Promise<Map<string, Promotion>> {
  const code = [...new Set(codes.flatMap((each) => each ?? []))];
  if (code.length === 0) return new Map();
  const module = container.resolve(Modules.PROMOTION);
  const found = (await module.listPromotions({ code }, { relations: RELATIONS })) as Promotion[];
  return new Map(found.map((promotion) => [promotion.code, promotion]));
}
