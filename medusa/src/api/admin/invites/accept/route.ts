import type { MedusaResponse } from "@medusajs/framework/http";
import { POST as accept } from "@medusajs/medusa/api/admin/invites/accept/route";
import { withLoginLock } from "../../../../tokens/login-lock";

type AcceptRequest = Parameters<typeof accept>[0];

/** As Medusa has it: the path has its own authentication, which lets pass a login that belongs to nobody yet. */
export const AUTHENTICATE = false;

/** Medusa's own, one request for a login at a time: two at once could give it to a customer and to a user. */
export function POST(request: AcceptRequest, response: MedusaResponse): Promise<void> {
  return withLoginLock(request, async () => void (await accept(request, response)));
}
