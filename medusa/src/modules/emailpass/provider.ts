import { randomUUID } from "node:crypto";
import type {
  AuthenticationInput,
  AuthenticationResponse,
  AuthIdentityDTO,
  AuthIdentityProviderService,
  IAuthProvider,
} from "@medusajs/framework/types";
import { MedusaError } from "@medusajs/framework/utils";
import emailpass from "@medusajs/medusa/auth-emailpass";
import { PROVIDER } from "../../account/login";
import { normalizePassword } from "../../account/password";
import { mayActAs } from "../../tokens/roles";
import { bumpTokenVersion } from "../../tokens/token-version";

type Result = Promise<AuthenticationResponse>;

interface MedusaProvider extends IAuthProvider {
  hashPassword(password: string): Promise<string>;
  isPasswordMatch_(password: string, identity: AuthIdentityDTO): Promise<boolean>;
}

type ProviderClass = new (...dependencies: unknown[]) => MedusaProvider;

// Medusa exports its provider class only inside the module definition.
const [MedusaEmailPass] = (emailpass as unknown as { services: [ProviderClass] }).services;

const WRONG_CREDENTIALS = { success: false, error: "Invalid email or password" };
const EMAIL_TAKEN = { success: false, error: "Identity with email already exists" };

/**
 * Medusa's sign-in by e-mail and password, with these differences:
 * - A new password changes the token version in the same write, so that no earlier token survives it.
 * - Passwords are normalised (NFKC), so that they do not depend on the keyboard.
 * - One hash is computed for every address, known or not, so that timing does not reveal known ones.
 * - A login of another actor type gets the response of an unknown address.
 */
export class EmailPassProvider extends MedusaEmailPass {
  /** Hash of a random password with the usual parameters, computed before any lookup. */
  #decoyHash: Promise<string> | undefined;

  override async authenticate(data: AuthenticationInput, identities: AuthIdentityProviderService): Result {
    const credentials = readCredentials(data);
    if (!credentials) return super.authenticate(data, identities);
    const { email, password } = credentials;
    const actorType = (data as { actor_type?: unknown }).actor_type;
    const decoy = await this.#createDecoy();
    const identity = await this.#find(email, identities);
    const isOpen =
      hasPassword(identity) && (typeof actorType !== "string" || mayActAs(actorType, identity.app_metadata));
    const isCorrect = await this.#matches(password, hasPassword(identity) ? identity : decoy);
    return isCorrect && isOpen
      ? { success: true, authIdentity: withoutPassword(identity) }
      : WRONG_CREDENTIALS;
  }

  override async register(data: AuthenticationInput, identities: AuthIdentityProviderService): Result {
    const credentials = readCredentials(data);
    if (!credentials) return super.register(data, identities);
    const { email, password } = credentials;
    const decoy = await this.#createDecoy();
    const identity = await this.#find(email, identities);
    if (!identity) {
      const body = { ...data.body, password: normalizePassword(password) };
      try {
        return await super.register({ ...data, body }, identities);
      } catch {
        // Medusa returns the error's message; a database error's contains the statement with the hash.
        return { success: false, error: "The login could not be made" };
      }
    }
    // A login without an actor: an interrupted registration continues with its password.
    const isOpen = hasPassword(identity) && Object.keys(identity.app_metadata ?? {}).length === 0;
    const isCorrect = await this.#matches(password, hasPassword(identity) ? identity : decoy);
    return isCorrect && isOpen ? { success: true, authIdentity: withoutPassword(identity) } : EMAIL_TAKEN;
  }

  override update(data: Record<string, unknown>, identities: AuthIdentityProviderService): Result {
    const { password } = data;
    const normalized = typeof password === "string" ? { password: normalizePassword(password) } : {};
    return super.update(
      { ...data, ...normalized },
      {
        ...identities,
        update: (entityId, change) =>
          identities.update(entityId, { ...change, user_metadata: bumpTokenVersion() }),
      },
    );
  }

  /** Also compares the password as typed, for hashes from before normalisation, whether or not the address is known. */
  async #matches(password: string, identity: AuthIdentityDTO): Promise<boolean> {
    const normalized = normalizePassword(password);
    const asSet = await this.isPasswordMatch_(normalized, identity);
    const asTyped = normalized === password ? false : await this.isPasswordMatch_(password, identity);
    return asSet || asTyped;
  }

  async #find(email: string, identities: AuthIdentityProviderService): Promise<AuthIdentityDTO | null> {
    try {
      return await identities.retrieve({ entity_id: email });
    } catch (error) {
      if (error instanceof Error && "type" in error && error.type === MedusaError.Types.NOT_FOUND)
        return null;
      throw error;
    }
  }

  async #createDecoy(): Promise<AuthIdentityDTO> {
    this.#decoyHash ??= this.hashPassword(randomUUID());
    const provider_metadata = { password: await this.#decoyHash };
    const login = { id: "", provider: PROVIDER, entity_id: "", provider_metadata };
    return { id: "", provider_identities: [login] };
  }
}

/** @returns null for anything but two non-empty texts, which Medusa refuses */
function readCredentials({ body }: AuthenticationInput): { email: string; password: string } | null {
  const { email, password } = (body ?? {}) as Record<string, unknown>;
  if (typeof email !== "string" || typeof password !== "string") return null;
  return email && password ? { email, password } : null;
}

function hasPassword(identity: AuthIdentityDTO | null): identity is AuthIdentityDTO {
  return typeof findLogin(identity)?.provider_metadata?.password === "string";
}

function findLogin(identity: AuthIdentityDTO | null) {
  return identity?.provider_identities?.find(({ provider }) => provider === PROVIDER);
}

function withoutPassword(identity: AuthIdentityDTO): AuthIdentityDTO {
  const copy = structuredClone(identity);
  delete findLogin(copy)?.provider_metadata?.password;
  return copy;
}
