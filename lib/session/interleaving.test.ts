import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FakeShop, LIMITS, type Outcome } from "@/lib/session/shop.fake";

const visit = fc.record({ looks: fc.nat(2), isLost: fc.boolean() });

/** A while of nothing, from no time to two and a half rotations, then requests at once. */
const round = fc.record({
  gapSeconds: fc.nat(Math.floor(LIMITS.rotateAfterSeconds * 2.5)),
  visits: fc.array(visit, { maxLength: 5 }),
});
const rounds = fc.array(round, { minLength: 1, maxLength: 8 });

/** Up to half a second: no round takes as long as the grace, as no request does. */
const stepMilliseconds = fc.nat(500);

const RUNS = { numRuns: 300 };

describe("any interleaving of requests and lost responses", () => {
  it("never signs the owner out, and ends with a ticket that still opens", async () => {
    const property = fc.asyncProperty(
      fc.scheduler(),
      stepMilliseconds,
      rounds,
      async (scheduler, ms, plan) => {
        const shop = new FakeShop(scheduler, ms);
        for (const { gapSeconds, visits } of plan) {
          shop.now += gapSeconds * 1_000;
          const outcomes = await shop.together(visits.map(shop.visit));
          expect(outcomes.every(({ isAdmitted }) => isAdmitted)).toBe(true);
        }
        const [last] = await shop.together([shop.visit({ looks: 1, isLost: false })]);
        expect(last?.isAdmitted).toBe(true);
        expect(shop.row.revokedAt).toBeNull();
      },
    );
    await fc.assert(property, RUNS);
  });

  it("confirms each generation once, however many requests show it first", async () => {
    const crowd = fc.integer({ min: 2, max: 20 });
    const property = fc.asyncProperty(fc.scheduler(), crowd, async (scheduler, size) => {
      const shop = new FakeShop(scheduler, 10);
      shop.now += LIMITS.rotateAfterSeconds * 1_000;
      const atOnce = () =>
        shop.together(Array.from({ length: size }, () => shop.visit({ looks: 1, isLost: false })));
      await atOnce();
      await atOnce();
      expect(shop.changes).toEqual(["confirm 1"]);
    });
    await fc.assert(property, RUNS);
  });
});

describe("any interleaving with a revocation", () => {
  it("admits nobody who looks after it", async () => {
    const property = fc.asyncProperty(fc.scheduler(), rounds, fc.nat(7), async (scheduler, plan, chosen) => {
      const shop = new FakeShop(scheduler, 10);
      const revokedIn = chosen % plan.length;
      let revokedAt = Infinity;
      const revoke = async (): Promise<Outcome[]> => {
        await shop.desk.store.revoke(shop.row, { reason: "signed-out-elsewhere" }, shop.now);
        revokedAt = shop.now;
        return [];
      };
      for (const [index, { gapSeconds, visits }] of plan.entries()) {
        shop.now += gapSeconds * 1_000;
        const actors = [
          ...visits.map(shop.visit),
          shop.replay(index),
          ...(index === revokedIn ? [revoke()] : []),
        ];
        const outcomes = await shop.together(actors);
        expect(outcomes.filter(({ startedAt, isAdmitted }) => startedAt > revokedAt && isAdmitted)).toEqual(
          [],
        );
      }
      expect(shop.row.revokedReason).not.toBeNull();
    });
    await fc.assert(property, RUNS);
  });
});

describe("any interleaving with copies of old tickets", () => {
  it("admits none that was superseded longer ago than the grace", async () => {
    const theft = fc.record({
      copy: fc.nat(),
      gapSeconds: fc.nat(1_500),
      visits: fc.array(visit, { maxLength: 4 }),
    });
    const plan = fc.array(theft, { minLength: 1, maxLength: 8 });
    const property = fc.asyncProperty(
      fc.scheduler(),
      stepMilliseconds,
      plan,
      async (scheduler, ms, thefts) => {
        const shop = new FakeShop(scheduler, ms);
        for (const { copy, gapSeconds, visits } of thefts) {
          shop.now += gapSeconds * 1_000;
          const outcomes = await shop.together([...visits.map(shop.visit), shop.replay(copy)]);
          const late = outcomes.filter(({ shown, now }) => {
            const supersededAt = shop.supersededAt.get(shown.generation) ?? Infinity;
            return now - supersededAt > LIMITS.graceSeconds * 1_000;
          });
          expect(late.filter(({ isAdmitted }) => isAdmitted)).toEqual([]);
          const hasEnded = shop.row.revokedReason === "replayed";
          expect(hasEnded || late.length === 0).toBe(true);
        }
      },
    );
    await fc.assert(property, RUNS);
  });
});
