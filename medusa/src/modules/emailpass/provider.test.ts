import { MedusaError } from "@medusajs/framework/utils";
import type { AuthIdentityDTO, AuthIdentityProviderService, Logger } from "@medusajs/framework/types";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { EmailPassProvider } from "./provider";

/** Medusa's algorithm with the cheapest parameters. */
const OPTIONS = { hashConfig: { logN: 2, r: 1, p: 1 } };

const CUSTOMER = { customer_id: "cus_1" };
const NFC = "caf\u00E9-chairs-and-tables";
const NFD = "cafe\u0301-chairs-and-tables";

let logins: Map<string, AuthIdentityDTO>;
let provider: EmailPassProvider;

const identities = {
  retrieve: ({ entity_id }: { entity_id: string }) => {
    const found = logins.get(entity_id);
    if (!found) return Promise.reject(new MedusaError(MedusaError.Types.NOT_FOUND, "no such login"));
    return Promise.resolve(structuredClone(found));
  },
  create: ({ entity_id, provider_metadata }: { entity_id: string; provider_metadata: object }) => {
    const login = { id: "", provider: "emailpass", entity_id, provider_metadata };
    const identity = { id: entity_id, provider_identities: [login] } as AuthIdentityDTO;
    logins.set(entity_id, identity);
    return Promise.resolve(structuredClone(identity));
  },
  update: (entity_id: string, change: object) => {
    const identity = logins.get(entity_id);
    Object.assign(identity?.provider_identities?.[0] ?? {}, change);
    return Promise.resolve(structuredClone(identity));
  },
} as unknown as AuthIdentityProviderService;

type Attempt = { email: string; password: string; actor_type?: string };

function authenticate({ email, password, ...rest }: Attempt) {
  return provider.authenticate({ ...rest, body: { email, password } }, identities);
}

/** Adds a login with an actor. */
async function add(email: string, app_metadata: Record<string, unknown> | null, password = "right-password") {
  await provider.register({ body: { email, password } }, identities);
  Object.assign(logins.get(email) ?? {}, { app_metadata });
}

beforeEach(async () => {
  logins = new Map();
  provider = new EmailPassProvider({ logger: console as unknown as Logger }, OPTIONS);
  await add("ada@b.test", CUSTOMER);
});

describe("signing in", () => {
  const failure = { success: false, error: "Invalid email or password" };

  it("succeeds with the password, and the response does not contain it", async () => {
    const response = await authenticate({ email: "ada@b.test", password: "right-password" });
    expect(response).toMatchObject({ success: true, authIdentity: { app_metadata: CUSTOMER } });
    expect(response.authIdentity?.provider_identities?.[0]?.provider_metadata).toEqual({});
  });

  it("computes the same number of hashes and responds the same for known and unknown addresses", async () => {
    await add("user@b.test", { user_id: "user_1" });
    await identities.create({ entity_id: "no-password@b.test", provider_metadata: {} });
    const hashes = vi.spyOn(provider, "isPasswordMatch_");
    for (const password of ["wrong-password", NFD]) {
      const counts = [];
      for (const email of ["ada@b.test", "nobody@b.test", "user@b.test", "no-password@b.test"]) {
        hashes.mockClear();
        expect(await authenticate({ email, password, actor_type: "customer" })).toEqual(failure);
        counts.push(hashes.mock.calls.length);
        for (const [, identity] of hashes.mock.calls)
          expect(identity.provider_identities?.[0]?.provider_metadata?.password).toBeTypeOf("string");
      }
      expect(new Set(counts).size).toBe(1);
      expect(counts[0]).toBeGreaterThan(0);
    }
  });

  it.each([
    ["customer", { user_id: "user_1" }],
    ["user", CUSTOMER],
    ["customer", { ...CUSTOMER, user_id: "user_1" }],
  ])("as a %s is refused for the login of %j despite the right password", async (actor_type, role) => {
    await add("other@b.test", role);
    expect(await authenticate({ email: "other@b.test", password: "right-password", actor_type })).toEqual(
      failure,
    );
  });
});

describe("passwords that look alike", () => {
  it("are equal", async () => {
    await add("nfc@b.test", CUSTOMER, NFC);
    await add("nfd@b.test", CUSTOMER, NFD);
    for (const email of ["nfc@b.test", "nfd@b.test"])
      for (const password of [NFC, NFD])
        expect(await authenticate({ email, password })).toMatchObject({ success: true });
    await provider.update({ entity_id: "nfc@b.test", password: "ｗｉｄｅ password" }, identities);
    expect(await authenticate({ email: "nfc@b.test", password: "wide password" })).toMatchObject({
      success: true,
    });
  });

  it("open a login whose password was set before passwords were normalized", async () => {
    const hash = await provider.hashPassword(NFD);
    await identities.create({ entity_id: "old@b.test", provider_metadata: { password: hash } });
    expect(await authenticate({ email: "old@b.test", password: NFD })).toMatchObject({ success: true });
    expect(await authenticate({ email: "old@b.test", password: NFC })).toEqual({
      success: false,
      error: "Invalid email or password",
    });
  });
});

describe("registering", () => {
  const register = (email: string, password: string) =>
    provider.register({ body: { email, password } }, identities);

  it("continues with the same password as long as the login belongs to nobody", async () => {
    expect(await register("new@b.test", "a-new-password")).toMatchObject({ success: true });
    expect(await register("new@b.test", "a-new-password")).toMatchObject({ success: true });
    expect(await register("new@b.test", "another-password")).toMatchObject({ success: false });
  });

  it("is refused in the same way for every taken address", async () => {
    await add("user@b.test", { user_id: "user_1" });
    const responses = [
      await register("ada@b.test", "right-password"),
      await register("user@b.test", "right-password"),
    ];
    expect(responses[0]).toMatchObject({ success: false });
    expect(responses[1]).toEqual(responses[0]);
  });
});

it("a new password bumps the token version", async () => {
  await provider.update({ entity_id: "ada@b.test", password: "another-password" }, identities);
  const [login] = logins.get("ada@b.test")?.provider_identities ?? [];
  expect(login?.user_metadata?.token_series).toBeTypeOf("string");
  expect(await authenticate({ email: "ada@b.test", password: "right-password" })).toMatchObject({
    success: false,
  });
});
