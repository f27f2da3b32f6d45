import { describe, expect, it } from "vitest";
import { makePlan } from "./plan";

const plan = makePlan({ seed: 42, shoppers: 100 });

describe("the plan", () => {
  it("is the same for the same seed, and another for another", () => {
    expect(makePlan({ seed: 42, shoppers: 100 })).toEqual(plan);
    expect(makePlan({ seed: 43, shoppers: 100 })).not.toEqual(plan);
  });

  it("lets whoever is there do the same when more come", () => {
    expect(makePlan({ seed: 42, shoppers: 101 }).slice(0, 100)).toEqual(plan);
  });

  it("has guests, who do nothing that needs an account, and customers, who make theirs early and once", () => {
    const guests = plan.filter(({ hasAccount }) => !hasAccount);
    const scenarios = new Set(guests.flatMap(({ steps }) => steps.map(({ kind }) => kind)));
    expect(scenarios.size).toBe(9);
    expect([...scenarios].filter((scenario) => /sign|register|password|replay/iu.test(scenario))).toEqual([]);
    for (const { steps } of plan.filter(({ hasAccount }) => hasAccount)) {
      const registrations = steps.flatMap(({ kind }, index) => (kind === "register" ? [index] : []));
      expect(registrations).toHaveLength(1);
      expect(registrations[0]).toBeLessThan(3);
    }
  });

  it("has every way to end a session, and browsers that it ends on", () => {
    const customers = plan.filter(({ hasAccount }) => hasAccount);
    const scenarios = new Set(customers.flatMap(({ steps }) => steps.map(({ kind }) => kind)));
    const endings = ["signOut", "signOutOthers", "signOutEverywhere", "changePassword", "replayRevokedToken"];
    expect([...scenarios]).toEqual(expect.arrayContaining(endings));
    expect(new Set(customers.map(({ browsers }) => browsers))).toEqual(new Set([1, 2, 3]));
  });
});
