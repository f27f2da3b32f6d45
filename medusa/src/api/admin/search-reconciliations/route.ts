import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { reconcile } from "../../../search/reconcile";

/** What the nightly job does, at once: for an admin who has edited the database by hand or restored a backup. */
export async function POST(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  response.json(await reconcile(request.scope));
}
