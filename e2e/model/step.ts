import type { Random } from "../support/random";

/** One step of a plan. `seed`: of the random choices in it. */
export type Step<Kind extends string> = { kind: Kind; seed: number };

/** Draws steps in random order: each kind as often as its weight says, before all of them come again. */
export function drawSteps<Kind extends string>(
  weights: Readonly<Partial<Record<Kind, number>>>,
  count: number,
  random: Random,
): Step<Kind>[] {
  const kinds = (Object.keys(weights) as Kind[]).flatMap((kind) =>
    Array.from({ length: weights[kind] ?? 0 }, () => kind),
  );
  const rounds = Array.from({ length: Math.ceil(count / kinds.length) }, () => random.shuffle(kinds));
  return rounds
    .flat()
    .slice(0, count)
    .map((kind) => ({ kind, seed: random.seed() }));
}
