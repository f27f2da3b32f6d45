/** Actor types of this shop. */
const ROLES = ["customer", "user"] as const;

type Role = (typeof ROLES)[number];

/** The part of a login that names its customer or user: `customer_id`, `user_id`. */
export type AppMetadata = Record<string, unknown> | null | undefined;

/** Whether an `actor_type` is one of this shop's. Medusa would issue tokens for any that a path names. */
export function isRole(actorType: unknown): actorType is Role {
  return ROLES.some((role) => role === actorType);
}

/**
 * Whether a login may be used by this actor type: by its own, and by any before it has an actor. A user's login is
 * never a customer's, even if it has both.
 */
export function mayActAs(actorType: string, appMetadata: AppMetadata): boolean {
  const roles = listRoles(appMetadata);
  if (actorType === "user") return roles.length === 0 || roles.includes("user");
  return isRole(actorType) && roles.every((role) => role === actorType);
}

function listRoles(appMetadata: AppMetadata): string[] {
  const entries = Object.entries(appMetadata ?? {}).filter(([, id]) => id !== null && id !== undefined);
  return entries.flatMap(([key]) => (key.endsWith("_id") ? [key.slice(0, -"_id".length)] : []));
}
