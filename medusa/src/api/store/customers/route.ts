import type { MedusaResponse } from "@medusajs/framework/http";
import { POST as create } from "@medusajs/medusa/api/store/customers/route";
import { withLoginLock } from "../../../tokens/login-lock";

type CreateRequest = Parameters<typeof create>[0];

/** Medusa's own, one request for a login at a time: two at once could give it to a customer and to a user. */
export function POST(request: CreateRequest, response: MedusaResponse): Promise<void> {
  return withLoginLock(request, async () => void (await create(request, response)));
}
