import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";

export const PASSWORD_CHANGED = "customer.password_changed";
export const EMAIL_CHANGED = "customer.email_changed";

export interface AccountEvents {
  [PASSWORD_CHANGED]: { email: string };
  [EMAIL_CHANGED]: { from: string; to: string };
}

/**
 * Emits an event for the subscribers that mail the customer. Logs a failure instead of throwing, because the change
 * has been made.
 */
export async function emitEvent<Name extends keyof AccountEvents>(
  scope: MedusaContainer,
  name: Name,
  data: AccountEvents[Name],
): Promise<void> {
  try {
    await scope.resolve(Modules.EVENT_BUS).emit({ name, data });
  } catch (error) {
    const logger = scope.resolve(ContainerRegistrationKeys.LOGGER);
    logger.error(`${name} could not be announced`, error instanceof Error ? error : undefined);
  }
}
