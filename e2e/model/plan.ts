import { act, type Action, openWorld, viewOf, type World } from "./state";
import { Random } from "../support/random";

/** Somebody at one of the crowd's browsers does something, `after` which the world must be as it says. */
export type Step = { number: number; seat: number; action: Action; after: World };

export type Plan = { seed: number; owners: readonly (number | null)[]; start: World; steps: readonly Step[] };

/** How many different things are bought, and pages looked at. */
export const THINGS = 4;
const PAGES = 5;

const SHOPPERS = 7;
const SECOND_DEVICES = 6;
const GUESTS = 7;
const ROUNDS = 10;
const LARGEST_QUANTITY = 4;

const GUESTS_WISHES: readonly Action["kind"][] = ["add", "add", "browse", "change", "check out"];
const SHOPPERS_WISHES: readonly Action["kind"][] = [
  ...GUESTS_WISHES,
  "add",
  "sign out",
  "sign in",
  "rename",
  "change password",
];

/** First devices, second devices, guests: whose each browser is. */
const OWNERS: readonly (number | null)[] = [
  ...Array.from({ length: SHOPPERS }, (_, account) => account),
  ...Array.from({ length: SECOND_DEVICES }, (_, account) => account),
  ...Array.from({ length: GUESTS }, () => null),
];

/** What the crowd does, in rounds in which everybody acts once: so that no session idles away meanwhile. */
export function planCrowd(seed: number): Plan {
  const random = new Random(seed);
  const wishes = OWNERS.map((owner) => random.shuffle(owner === null ? GUESTS_WISHES : SHOPPERS_WISHES));
  const start = openWorld(OWNERS);
  const steps: Step[] = [];
  let world = start;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const seat of random.shuffle([...OWNERS.keys()])) {
      const wish = wishes[seat]?.[round % (wishes[seat]?.length ?? 1)] ?? "browse";
      const action = makeAction(possible(wish, { world, seat }), { world, seat }, random);
      world = act(world, seat, action);
      steps.push({ number: steps.length + 1, seat, action, after: world });
    }
  }
  return { seed, owners: OWNERS, start, steps };
}

type Place = { world: World; seat: number };

/** The wish, or what has to be done before it can be fulfilled. */
function possible(wish: Action["kind"], { world, seat }: Place): Action["kind"] {
  const { name, lines } = viewOf(world, seat);
  const isEmpty = Object.keys(lines).length === 0;
  if (wish === "sign in") return name === null ? wish : "browse";
  if (wish === "sign out" || wish === "rename" || wish === "change password")
    return name === null ? "sign in" : wish;
  if (wish === "change" || wish === "check out") return isEmpty ? "add" : wish;
  return wish;
}

function makeAction(kind: Action["kind"], { world, seat }: Place, random: Random): Action {
  if (kind === "browse") return { kind, page: random.below(PAGES) };
  if (kind === "add") return { kind, thing: random.below(THINGS) };
  if (kind !== "change") return { kind };
  const things = Object.keys(viewOf(world, seat).lines).map(Number);
  return {
    kind,
    thing: things[random.below(things.length)] ?? 0,
    quantity: random.below(LARGEST_QUANTITY + 1),
  };
}
