import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { createRegionsWorkflow, updateRegionsWorkflow } from "@medusajs/medusa/core-flows";
import { DEMO_BANK } from "../payments/gateway";
import { markets, type Market } from "./markets";
import { findMissing } from "./missing";

const regionInput = (market: Market) => ({
  name: market.name,
  currency_code: market.currency,
  countries: Object.keys(market.taxes),
});

const INVOICE = "pp_system_default";

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
      update: { payment_providers: [INVOICE] },
    },
  });
  await preferTaxInclusive(container, regions);
}

/** Offers the demo's bank in every region of the shop that takes payment by invoice. */
export async function offerDemoBank(container: MedusaContainer): Promise<void> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "region",
    fields: ["id", "payment_providers.id"],
  });
  for (const { id, payment_providers } of data as StoredRegion[]) {
    const offered = (payment_providers ?? []).flatMap((provider) => provider?.id ?? []);
    if (!offered.includes(INVOICE) || offered.includes(DEMO_BANK)) continue;
    await updateRegionsWorkflow(container).run({
      input: { selector: { id }, update: { payment_providers: [...offered, DEMO_BANK] } },
    });
  }
}

interface StoredRegion {
  id: string;
  payment_providers?: ({ id: string } | null)[] | null;
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
