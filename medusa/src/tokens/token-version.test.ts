import { describe, expect, it } from "vitest";
import type { Claims } from "./claims";
import { bumpTokenVersion, hasCurrentVersion, hasCurrentResetVersion, type Login } from "./token-version";

const claims: Claims = {
  actor_id: "cus_1",
  actor_type: "customer",
  auth_identity_id: "authid_1",
  auth_provider: "emailpass",
  user_metadata: { token_series: "second" },
  iat: 0,
  exp: 60,
};
const login: Login = {
  user_metadata: { token_series: "second" },
  auth_identity: { app_metadata: { customer_id: "cus_1" } },
};

describe("hasCurrentVersion", () => {
  it("accepts a token of the login's current version", () => {
    expect(hasCurrentVersion(claims, login)).toBe(true);
  });

  it("accepts a token without a version until the version is bumped", () => {
    const early = { ...claims, user_metadata: {} };
    expect(hasCurrentVersion(early, { ...login, user_metadata: null })).toBe(true);
    expect(hasCurrentVersion(early, login)).toBe(false);
  });

  it.each([
    ["an earlier series", { ...claims, user_metadata: { token_series: "first" } }, login],
    ["a login that is gone", claims, undefined],
    ["a login without its account", claims, { ...login, auth_identity: null }],
    ["a login that now belongs to another customer", { ...claims, actor_id: "cus_2" }, login],
    ["another kind of actor", { ...claims, actor_type: "user" }, login],
  ])("refuses a token of %s", (_, token, current) => {
    expect(hasCurrentVersion(token, current)).toBe(false);
  });

  it("lets an incomplete registration continue in the same version only", () => {
    const registration = { ...claims, actor_id: "" };
    expect(hasCurrentVersion(registration, { ...login, auth_identity: { app_metadata: null } })).toBe(true);
    expect(hasCurrentVersion(registration, { ...login, user_metadata: bumpTokenVersion() })).toBe(false);
  });

  it.each([
    ["customer", { user_id: "user_1" }],
    ["user", { customer_id: "cus_1" }],
    ["vendor", null],
    ["customer", { customer_id: "cus_1", user_id: "user_1" }],
  ])("refuses a token by which a %s would share the login %j", (actor_type, app_metadata) => {
    const shared = { ...login, auth_identity: { app_metadata } };
    expect(hasCurrentVersion({ ...claims, actor_type, actor_id: "" }, shared)).toBe(false);
  });
});

describe("hasCurrentResetVersion", () => {
  const reset = { purpose: "reset", jti: "1", entity_id: "a@b.test", actor_type: "customer" } as const;

  it("accepts a link of the login's current version, or one without a version before the first bump", () => {
    expect(hasCurrentResetVersion({ ...reset, sub: "second" }, login)).toBe(true);
    expect(hasCurrentResetVersion(reset, { ...login, user_metadata: null })).toBe(true);
  });

  it.each([
    ["an earlier series", { ...reset, sub: "first" }],
    ["before any series", reset],
    ["another kind of actor", { ...reset, sub: "second", actor_type: "user" }],
  ])("refuses a link of %s", (_, link) => {
    expect(hasCurrentResetVersion(link, login)).toBe(false);
  });

  it("refuses a link of a deleted login", () => {
    expect(hasCurrentResetVersion({ ...reset, sub: "second" }, undefined)).toBe(false);
  });
});
