import { generateJwtToken } from "@medusajs/framework/utils";
import { describe, expect, it } from "vitest";
import { readClaims, readResetClaims, readSessionClaims } from "./claims";

const SECRET = "a secret of this test";

const customer = {
  actor_id: "cus_1",
  actor_type: "customer",
  auth_identity_id: "authid_1",
  auth_provider: "emailpass",
  user_metadata: { token_series: "first" },
};
const reset = {
  entity_id: "a@cloakroom.test",
  actor_type: "customer",
  provider: "emailpass",
  purpose: "reset",
};

type Signing = Partial<Parameters<typeof generateJwtToken>[1]>;

function bearer(payload: Record<string, unknown>, signing: Signing = {}): string {
  return `Bearer ${generateJwtToken(payload, { secret: SECRET, expiresIn: "1h", ...signing })}`;
}

describe("readClaims", () => {
  it("reads a token that this backend has signed", () => {
    expect(readClaims(bearer(customer), SECRET)).toMatchObject(customer);
  });

  const [header, payload] = bearer(customer).split(".");
  const unsigned = Buffer.from('{"alg":"none","typ":"JWT"}').toString("base64url");

  it.each([
    ["signed with another secret", bearer(customer, { secret: "another" })],
    ["signed with another algorithm", bearer(customer, { jwtOptions: { algorithm: "HS512" } })],
    ["expired", bearer(customer, { expiresIn: "-1s" })],
    ["not signed", `Bearer ${unsigned}.${payload}.`],
    ["cut", `${header}.${payload}`],
    ["for a password to be reset", bearer(reset, { jwtOptions: { jwtid: "1" } })],
    ["without a person", bearer({ ...customer, auth_identity_id: "" })],
    ["of another scheme", bearer(customer).replace("Bearer", "Basic")],
    ["no token", "Bearer"],
    ["not there", undefined],
  ])("refuses one that is %s", (_, authorization) => {
    expect(readClaims(authorization, SECRET)).toBeNull();
  });
});

describe("readResetClaims", () => {
  const jwtOptions = { jwtid: "1" };

  it("reads the claims of reset tokens only", () => {
    const named = { jti: "1", entity_id: reset.entity_id, actor_type: "customer" };
    expect(readResetClaims(bearer(reset, { jwtOptions }), SECRET)).toMatchObject(named);
    const ofSeries = bearer(reset, { jwtOptions: { ...jwtOptions, subject: "first" } });
    expect(readResetClaims(ofSeries, SECRET)?.sub).toBe("first");
    expect(readResetClaims(bearer(customer, { jwtOptions }), SECRET)).toBeNull();
    expect(readResetClaims(bearer(reset), SECRET)).toBeNull();
  });
});

describe("readSessionClaims", () => {
  it("reads the token that a session was started with, if this backend signed it", () => {
    const times = { iat: 1, exp: 2 };
    expect(readSessionClaims({ ...customer, ...times })).toEqual({ ...customer, ...times });
    expect(readSessionClaims(customer)).toBeNull();
    expect(readSessionClaims({ ...times, actor_id: "cus_1" })).toBeNull();
  });
});
