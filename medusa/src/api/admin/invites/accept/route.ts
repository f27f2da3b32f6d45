import type { MedusaResponse } from "@medusajs/framework/http";
import { POST as accept } from "@medusajs/medusa/api/admin/invites/accept/route";
import { withLoginLock } from "../../../../tokens/login-lock";

type AcceptRequest = Parameters<typeof accept>[0];

/** As in Medusa: the path has its own authentication, which accepts logins without an actor. */
export const AUTHENTICATE = false;

/** Medusa's handler under the login's lock: two requests at once could give a login to a customer and to a user. */
export function POST(request: AcceptRequest, response: MedusaResponse): Promise<void> {
  return withLoginLock(request, async () => void (await accept(request, response)));
}
