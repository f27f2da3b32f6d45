import { expect, test } from "vitest";
import { classifyAuthRequest } from "./auth-attempt";

const kinds = (path: string, body?: object, query?: object) =>
  classifyAuthRequest(path, body, query).attempts.map(({ kind, account }) => [kind, account]);

test("a sign-in is counted by IP address and by address and account, until it succeeds", () => {
  const path = "/auth/user/emailpass";
  const expected = [
    ["client", undefined],
    ["account", "a@b.test"],
  ];
  expect(kinds(path, { email: " A@b.test" })).toEqual(expected);
  expect(kinds(path, {}, { email: "a@b.test" })).toEqual(expected);
  expect(kinds(path, { email: { $ne: "" } })).toEqual([["client", undefined]]);
  for (const each of [path, "/AUTH/customer/emailpass/", "/auth/session", "/auth/token/refresh"])
    expect(classifyAuthRequest(each).isRefundable).toBe(true);
});

test.each([
  "/auth/customer/emailpass/register",
  "/auth/customer/emailpass/update",
  "/auth/verification/request",
])("%s is counted whether or not it succeeds", (path) =>
  expect(classifyAuthRequest(path).isRefundable).toBe(false),
);

test("a reset is counted by IP address, by address and account, and generously by mailbox", () => {
  expect(kinds("/auth/user/emailpass/reset-password", { identifier: "a@b.test" })).toEqual([
    ["reset-client", undefined],
    ["reset-account", "a@b.test"],
    ["reset-mailbox", "a@b.test"],
  ]);
});

test("a mailbox is counted across all clients, an account is not", () => {
  const { attempts } = classifyAuthRequest("/auth/user/emailpass/reset-password", { identifier: "a@b.test" });
  const kindsForAnyClient = attempts.filter(({ isForAnyClient }) => isForAnyClient).map(({ kind }) => kind);
  expect(kindsForAnyClient).toEqual(["reset-mailbox"]);
});

test("a second factor is counted by its challenge", () => {
  expect(kinds("/auth/mfa/challenges/mfac_1/verify", { code: "1" })).toContainEqual(["account", "mfac_1"]);
});
