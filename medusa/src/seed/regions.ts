import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createRegionsWorkflow, updateRegionsWorkflow } from "@medusajs/medusa/core-flows";
import { markets, type Market } from "./markets";
import { findMissing } from "./missing";

const regionInput = (market: Market) => ({
  name: market.name,
  currency_code: market.currency,
  countries: Object.keys(market.taxes),
});

/** Seeds one region per market, with Medusa's manual payment provider. */
export async function seedRegions(container: MedusaContainer): Promise<void> {
  const module = container.resolve(Modules.REGION);
  const named = { name: { $in: markets.map((market) => market.name) } };
  const absent = findMissing(markets, await module.listRegions(named), ({ name }) => name);
  if (absent.length) {
    await createRegionsWorkflow(container).run({ input: { regions: absent.map(regionInput) } });
  }
  const regions = await module.listRegions(named);
  await updateRegionsWorkflow(container).run({
    input: {
      selector: { id: regions.map((region) => region.id) },
      update: { payment_providers: ["pp_system_default"] },
    },
  });
  await preferTaxInclusive(container, regions);
}

async function preferTaxInclusive(container: MedusaContainer, regions: { id: string; name: string }[]) {
  const pricing = container.resolve(Modules.PRICING);
  const attribute = "region_id";
  const known = await pricing.listPricePreferences({
    attribute: [attribute],
    value: regions.map(({ id }) => id),
  });
  await pricing.upsertPricePreferences(
    regions.map(({ id, name }) => ({
      id: known.find((preference) => preference.value === id)?.id,
      attribute,
      value: id,
      is_tax_inclusive: markets.find((market) => market.name === name)?.taxInclusive,
    })),
  );
}
