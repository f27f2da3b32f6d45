import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FakeClient, LIMITS, type Outcome } from "@/lib/session/client.fake";

const request = fc.record({ reads: fc.nat(2), isLost: fc.boolean() });

/** A while of nothing, from no time to two and a half rotations, then requests at once. */
const round = fc.record({
  gapSeconds: fc.nat(Math.floor(LIMITS.rotateAfterSeconds * 2.5)),
  requests: fc.array(request, { maxLength: 5 }),
});
const rounds = fc.array(round, { minLength: 1, maxLength: 8 });

/** Up to half a second: no round takes as long as the grace, as no request does. */
const stepMilliseconds = fc.nat(500);

const RUNS = { numRuns: 300 };

describe("any interleaving of requests and lost responses", () => {
  it("never signs the owner out, and ends with a token that still opens", async () => {
    const property = fc.asyncProperty(
      fc.scheduler(),
      stepMilliseconds,
      rounds,
      async (scheduler, ms, plan) => {
        const client = new FakeClient(scheduler, ms);
        for (const { gapSeconds, requests } of plan) {
          client.now += gapSeconds * 1_000;
          const outcomes = await client.together(requests.map(client.request));
          expect(outcomes.every(({ isValid }) => isValid)).toBe(true);
        }
        const [last] = await client.together([client.request({ reads: 1, isLost: false })]);
        expect(last?.isValid).toBe(true);
        expect(client.row.revokedAt).toBeNull();
      },
    );
    await fc.assert(property, RUNS);
  });

  it("confirms each generation once, however many requests show it first", async () => {
    const crowd = fc.integer({ min: 2, max: 20 });
    const property = fc.asyncProperty(fc.scheduler(), crowd, async (scheduler, size) => {
      const client = new FakeClient(scheduler, 10);
      client.now += LIMITS.rotateAfterSeconds * 1_000;
      const atOnce = () =>
        client.together(Array.from({ length: size }, () => client.request({ reads: 1, isLost: false })));
      await atOnce();
      await atOnce();
      expect(client.changes).toEqual(["confirm 1"]);
    });
    await fc.assert(property, RUNS);
  });
});

describe("any interleaving with a revocation", () => {
  it("admits nobody who looks after it", async () => {
    const property = fc.asyncProperty(fc.scheduler(), rounds, fc.nat(7), async (scheduler, plan, chosen) => {
      const client = new FakeClient(scheduler, 10);
      const revokedIn = chosen % plan.length;
      let revokedAt = Infinity;
      const revoke = async (): Promise<Outcome[]> => {
        await client.deps.store.revoke(client.row, { reason: "signed-out-elsewhere" }, client.now);
        revokedAt = client.now;
        return [];
      };
      for (const [index, { gapSeconds, requests }] of plan.entries()) {
        client.now += gapSeconds * 1_000;
        const actors = [
          ...requests.map(client.request),
          client.replay(index),
          ...(index === revokedIn ? [revoke()] : []),
        ];
        const outcomes = await client.together(actors);
        expect(outcomes.filter(({ startedAt, isValid }) => startedAt > revokedAt && isValid)).toEqual([]);
      }
      expect(client.row.revokedReason).not.toBeNull();
    });
    await fc.assert(property, RUNS);
  });
});

describe("any interleaving with copies of old tokens", () => {
  it("admits none that was superseded longer ago than the grace", async () => {
    const theft = fc.record({
      copy: fc.nat(),
      gapSeconds: fc.nat(1_500),
      requests: fc.array(request, { maxLength: 4 }),
    });
    const plan = fc.array(theft, { minLength: 1, maxLength: 8 });
    const property = fc.asyncProperty(
      fc.scheduler(),
      stepMilliseconds,
      plan,
      async (scheduler, ms, thefts) => {
        const client = new FakeClient(scheduler, ms);
        for (const { copy, gapSeconds, requests } of thefts) {
          client.now += gapSeconds * 1_000;
          const outcomes = await client.together([...requests.map(client.request), client.replay(copy)]);
          const late = outcomes.filter(({ presented, now }) => {
            const supersededAt = client.supersededAt.get(presented.generation) ?? Infinity;
            return now - supersededAt > LIMITS.graceSeconds * 1_000;
          });
          expect(late.filter(({ isValid }) => isValid)).toEqual([]);
          const hasEnded = client.row.revokedReason === "replayed";
          expect(hasEnded || late.length === 0).toBe(true);
        }
      },
    );
    await fc.assert(property, RUNS);
  });
});
