import { expect, test } from "vitest";
import { isStorefrontProof } from "./storefront-proof";

/** HMAC-SHA256 of the header's name; the storefront's test has the same value (lib/medusa/storefront-proof.test.ts). */
const PROOF = "2dec4254976f8b4ac26bf6d4db48855a93fe5e901135021cb68b7f905f8d9fa4";

test("only the storefront's proof is accepted", () => {
  expect(isStorefrontProof(PROOF, "secret")).toBe(true);
  for (const given of [undefined, "", "00", `${PROOF}00`, PROOF.replace(/^../, "00"), [PROOF, PROOF]])
    expect(isStorefrontProof(given, "secret")).toBe(false);
  expect(isStorefrontProof(PROOF, "another")).toBe(false);
  expect(isStorefrontProof(PROOF, undefined)).toBe(false);
});
