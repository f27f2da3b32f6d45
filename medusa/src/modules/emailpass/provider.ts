import type { AuthIdentityProviderService, IAuthProvider } from "@medusajs/framework/types";
import emailpass from "@medusajs/medusa/auth-emailpass";
import { beginSeries } from "../../tokens/series";

type ProviderClass = new (...dependencies: unknown[]) => IAuthProvider;

// Medusa exports its provider only inside the module's description.
const [MedusaEmailPass] = (emailpass as unknown as { services: [ProviderClass] }).services;

/**
 * Medusa's sign-in by e-mail and password, with one difference: a new password begins a new series of tokens, in the
 * same row and the same write. Whichever way a password is changed, none of the earlier tokens outlives it.
 */
export class EmailPassProvider extends MedusaEmailPass {
  override update(data: Record<string, unknown>, identities: AuthIdentityProviderService) {
    return super.update(data, {
      ...identities,
      update: (entityId, change) => identities.update(entityId, { ...change, user_metadata: beginSeries() }),
    });
  }
}
