import { applyAction, type Action, createState, viewOf, type State } from "./state";
import { Random } from "../support/random";

/** One action of one client, and the state expected after it. */
export type Step = { number: number; client: number; action: Action; stateAfter: State };

export type Plan = {
  seed: number;
  owners: readonly (number | null)[];
  initialState: State;
  steps: readonly Step[];
};

/** Sizes of the test: the number of products on sale and of pages visited. */
export const PRODUCT_COUNT = 4;
const PAGE_COUNT = 5;

const SHOPPER_COUNT = 7;
const SECOND_DEVICE_COUNT = 6;
const GUEST_COUNT = 7;
const ROUND_COUNT = 10;
const MAX_QUANTITY = 4;

const GUEST_INTENTS: readonly Action["kind"][] = ["add", "add", "browse", "change", "check out"];
const SHOPPER_INTENTS: readonly Action["kind"][] = [
  ...GUEST_INTENTS,
  "add",
  "sign out",
  "sign in",
  "rename",
  "change password",
];

/** The account of each client: first devices, then second devices, then guests. */
const OWNERS: readonly (number | null)[] = [
  ...Array.from({ length: SHOPPER_COUNT }, (_, account) => account),
  ...Array.from({ length: SECOND_DEVICE_COUNT }, (_, account) => account),
  ...Array.from({ length: GUEST_COUNT }, () => null),
];

/**
 * Draws a plan from a seed. It is divided into rounds in which every client acts once, so that no session becomes
 * idle.
 */
export function createPlan(seed: number): Plan {
  const random = new Random(seed);
  const intents = OWNERS.map((owner) => random.shuffle(owner === null ? GUEST_INTENTS : SHOPPER_INTENTS));
  const initialState = createState(OWNERS);
  const steps: Step[] = [];
  let state = initialState;
  for (let round = 0; round < ROUND_COUNT; round += 1) {
    for (const client of random.shuffle([...OWNERS.keys()])) {
      const intent = intents[client]?.[round % (intents[client]?.length ?? 1)] ?? "browse";
      const action = chooseAction(resolveIntent(intent, { state, client }), { state, client }, random);
      state = applyAction(state, client, action);
      steps.push({ number: steps.length + 1, client, action, stateAfter: state });
    }
  }
  return { seed, owners: OWNERS, initialState, steps };
}

type Position = { state: State; client: number };

/** Returns the intended action, or one that has to come first. */
function resolveIntent(intent: Action["kind"], { state, client }: Position): Action["kind"] {
  const { nameVersion, lines } = viewOf(state, client);
  const isEmpty = Object.keys(lines).length === 0;
  if (intent === "sign in") return nameVersion === null ? intent : "browse";
  if (intent === "sign out" || intent === "rename" || intent === "change password")
    return nameVersion === null ? "sign in" : intent;
  if (intent === "change" || intent === "check out") return isEmpty ? "add" : intent;
  return intent;
}

function chooseAction(kind: Action["kind"], { state, client }: Position, random: Random): Action {
  if (kind === "browse") return { kind, page: random.below(PAGE_COUNT) };
  if (kind === "add") return { kind, product: random.below(PRODUCT_COUNT) };
  if (kind !== "change") return { kind };
  const products = Object.keys(viewOf(state, client).lines).map(Number);
  return {
    kind,
    product: products[random.below(products.length)] ?? 0,
    quantity: random.below(MAX_QUANTITY + 1),
  };
}
