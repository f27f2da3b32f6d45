import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import { createTaxRegionsWorkflow } from "@medusajs/medusa/core-flows";
import { markets } from "./markets";
import { findMissing } from "./missing";

/** Seeds one tax region per country, with its standard rate as default. */
export async function seedTaxes(container: MedusaContainer): Promise<void> {
  const wanted = markets.flatMap(({ taxes }) =>
    Object.entries(taxes).map(([country, { name, rate }]) => ({
      country_code: country,
      provider_id: "tp_system",
      default_tax_rate: { name, rate, code: `${country}-standard` },
    })),
  );
  const existing = await container.resolve(Modules.TAX).listTaxRegions();
  const absent = findMissing(wanted, existing, (region) => region.country_code);
  if (absent.length) await createTaxRegionsWorkflow(container).run({ input: absent });
}
