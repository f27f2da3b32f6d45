import { randomInt, randomUUID } from "node:crypto";
import { newCanary } from "../leak-scan/canary";

/** Who somebody is: for one test only, and known to the leak scan wherever it turns up. */
export type Identity = {
  /** Part of everything below but the password, and of every address that they type. */
  canary: string;
  firstName: string;
  lastName: string;
  email: string;
  password: string;
};

export function newIdentity(kind: "guest" | "shopper"): Identity {
  const canary = newCanary();
  return {
    canary,
    firstName: `Ida-${canary}`,
    lastName: `Rhodes-${canary}`,
    email: `${kind}-${canary}@cloakroom.test`,
    password: `open-${randomUUID()}`,
  };
}

/** What a machine of its own adds to its requests: attempts to sign in are counted by the address they come from. */
export function newClientIp(): Record<string, string> {
  return { "x-forwarded-for": ["10", ...Array.from({ length: 3 }, () => randomInt(256))].join(".") };
}
