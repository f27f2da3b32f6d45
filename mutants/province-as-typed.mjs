// @ts-check

/** @type {import("../tools/mutants/mutant").Mutant} */
export const provinceAsTyped = {
  name: "province-as-typed",
  report: "D3",
  fault: "a state is kept as it was typed, so that its own tax is never found",
  edits: [
    {
      file: "medusa/src/api/middleware/provinces.ts",
      find: "target[field] = toProvinceCode(typed, target.country_code);",
      replace: "target[field] = toProvinceCode(typed, target.country_code) && typed;",
    },
  ],
  caughtBy: {
    file: "e2e/state-tax.spec.ts",
    title: "A state's own tax is charged",
    message: /10\.62|9 %|toBeCloseTo/u,
  },
};
