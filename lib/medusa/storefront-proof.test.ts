import { afterEach, expect, test, vi } from "vitest";
import { storefrontProof } from "@/lib/medusa/storefront-proof";

afterEach(() => void vi.unstubAllEnvs());

/** The backend's test has the same value (medusa/src/http/storefront-proof.test.ts). */
test("the proof is the one that the backend expects", () => {
  vi.stubEnv("REVALIDATE_SECRET", "secret");
  expect(storefrontProof()).toEqual({
    "x-cloakroom-storefront": "2dec4254976f8b4ac26bf6d4db48855a93fe5e901135021cb68b7f905f8d9fa4",
  });
});

test("a build shows it as well, and needs no secret", () => {
  vi.stubEnv("NEXT_PHASE", "phase-production-build");
  expect(storefrontProof()).toEqual({});
  vi.stubEnv("REVALIDATE_SECRET", "secret");
  expect(Object.keys(storefrontProof())).toEqual(["x-cloakroom-storefront"]);
});
