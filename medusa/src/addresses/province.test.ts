import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatProvince, toProvinceCode } from "./province";
import { PROVINCE_NAMES } from "./province-names";

describe("the code of a province", () => {
  test.each([
    ["us", "CA", "us-ca"],
    ["us", "california", "us-ca"],
    ["US", "us-ca", "us-ca"],
    ["us", "US-CA", "us-ca"],
    ["us", "ＣＡ", "us-ca"],
    ["us", "PR", "us-pr"],
    ["us", "AE", "us-ae"],
    ["us", "Nowhere", "Nowhere"],
    ["us", "XX", "XX"],
    ["ca", "Québec", "ca-qc"],
    ["it", "rm", "it-rm"],
    ["it", "Forlì Cesena", "it-fc"],
    ["es", "Ávila", "es-av"],
    ["jp", "Tokyo", "jp-13"],
    ["jp", "Tokyo-to", "jp-13"],
    ["jp", "東京都", "jp-13"],
    ["jp", "京都府", "jp-26"],
    ["jp", "京都", "jp-26"],
    ["jp", "北海道", "jp-01"],
    ["jp", "Ōsaka", "jp-27"],
    ["br", "SP", "br-sp"],
    ["gb", "Kent", "Kent"],
    ["gb", "", ""],
  ])("in %s, %j is %s", (country, typed, code) => {
    expect(toProvinceCode(typed, country)).toBe(code);
    expect(toProvinceCode(code, country)).toBe(code);
  });

  test("is kept, whatever is typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom("us", "jp", "gb"), (typed, country) => {
        const code = toProvinceCode(typed, country);
        expect(toProvinceCode(code, country)).toBe(code);
        expect(toProvinceCode(formatProvince(code, country) ?? "", country)).toBe(code);
      }),
    );
  });
});

test("people can type every province as they read it", () => {
  for (const [country, list] of Object.entries(PROVINCE_NAMES))
    for (const entry of list.split(",")) {
      const code = `${country}-${entry.trim().split(" ")[0]?.toLowerCase()}`;
      const written = formatProvince(code, country) ?? "";
      expect(toProvinceCode(written, country)).toBe(code);
    }
  expect(formatProvince("us-ca", "us")).toBe("CA");
  expect(formatProvince("jp-13", "jp")).toBe("Tokyo");
  expect(formatProvince("Kent", "gb")).toBe("Kent");
});
