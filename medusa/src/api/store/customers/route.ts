import type { MedusaResponse } from "@medusajs/framework/http";
import { POST as create } from "@medusajs/medusa/api/store/customers/route";
import { withLoginLock } from "../../../tokens/login-lock";

type CreateRequest = Parameters<typeof create>[0];

/** Medusa's handler under the login's lock: two requests at once could give a login to a customer and to a user. */
export function POST(request: CreateRequest, response: MedusaResponse): Promise<void> {
  return withLoginLock(request, async () => void (await create(request, response)));
}
