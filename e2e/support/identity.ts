import { randomInt, randomUUID } from "node:crypto";
import { newCanary } from "../leak-scan/canary";

/** Personal data of one person in one test. The leak scan recognises it by the canary. */
export type Identity = {
  /** Contained in every field below except the password, and in every address typed. */
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

/** Request headers that set a random client IP. Rate limits count by client IP. */
export function newClientIp(): Record<string, string> {
  return { "x-forwarded-for": ["10", ...Array.from({ length: 3 }, () => randomInt(256))].join(".") };
}
