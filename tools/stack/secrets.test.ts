import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { loadSecrets } from "./secrets";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "secrets-"))));
afterEach(() => rmSync(folder, { recursive: true }));

it("are made once, differ, and only their owner reads them", () => {
  const secrets = loadSecrets(folder);
  expect(new Set(Object.values(secrets)).size).toBe(7);
  expect(secrets.AUTH_SECRET).toMatch(/^[0-9a-f]{64}$/u);
  expect(secrets.ADMIN_PASSWORD).toMatch(/^[\w-]{16}$/u);
  expect(loadSecrets(folder)).toEqual(secrets);
  expect(statSync(join(folder, "secrets.json")).mode & 0o777).toBe(0o600);
});

it("are completed, never replaced", () => {
  writeFileSync(join(folder, "secrets.json"), '{ "AUTH_SECRET": "kept" }');
  expect(loadSecrets(folder)).toMatchObject({ AUTH_SECRET: "kept", JWT_SECRET: expect.any(String) });
});

it("an admin's password that a person chooses is kept from then on", () => {
  const { ADMIN_PASSWORD: made, ...others } = loadSecrets(folder);
  expect(loadSecrets(folder, { ADMIN_PASSWORD: "of my own" })).toEqual({
    ...others,
    ADMIN_PASSWORD: "of my own",
  });
  expect(loadSecrets(folder, { ADMIN_PASSWORD: "" }).ADMIN_PASSWORD).toBe("of my own");
  expect(made).not.toBe("of my own");
});

it("a file that cannot be read is not overwritten", () => {
  writeFileSync(join(folder, "secrets.json"), "{");
  expect(() => loadSecrets(folder)).toThrow("Cannot read");
});
