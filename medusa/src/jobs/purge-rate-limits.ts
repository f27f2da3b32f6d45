import type { MedusaContainer } from "@medusajs/framework/types";
import { RATE_LIMIT } from "../modules/rate-limit";
import type { RateLimitService } from "../modules/rate-limit/service";

/** Deletes expired counts. */
export default async function purgeRateLimits(container: MedusaContainer): Promise<void> {
  await container.resolve<RateLimitService>(RATE_LIMIT).purge();
}

export const config = { name: "purge-rate-limits", schedule: "17 * * * *" };
