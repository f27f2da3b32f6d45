import { Random } from "../crowd/random";
import { splitSeed } from "./chance";
import { makeUsualDeliveries } from "./delivery";
import { makeProduct } from "./goods";
import { type Journal, SHOPKEEPER } from "./journal";
import type { Made, Shopkeeper } from "./keeper";
import type { Office } from "./office";
import { readPremises } from "./premises";
import { makePromotion } from "./promotions";
import { makeCategory } from "./shelves";
import { World } from "./world";

const PRODUCTS = 6;

type Opening = { office: Office; made: Made; journal: Journal; seed: number };

/** Makes the first things of the day: they are the day's own, so that its changes disturb no other spec. */
export async function openShop({ office, made, journal, seed }: Opening): Promise<Shopkeeper> {
  const stamp = Date.now();
  const [premises] = await Promise.all([
    readPremises(office),
    makeProfile({ office, made }, `Day usual ${stamp}`),
    makeGroup({ office, made }, `Day ${stamp}`),
  ]);
  await makeProfile({ office, made }, `Day bulky ${stamp}`);
  const [group = ""] = made.groups;
  const [ownSeed = 0, ...seeds] = splitSeed(seed, 1 + PRODUCTS + 1);
  const random = new Random(ownSeed);
  const keeper = { office, premises, made, random, world: new World(), profiles: made.profiles, group };
  const first = [...Array.from({ length: PRODUCTS }, () => makeProduct), makeCategory] as const;
  const [told] = await Promise.all([
    Promise.all(first.map((make, index) => make({ ...keeper, random: new Random(seeds[index] ?? 0) }))),
    makeUsualDeliveries(keeper),
  ]);
  for (const what of [...told, await makePromotion(keeper)]) journal.note(SHOPKEEPER, what);
  return keeper;
}

type Making = Pick<Opening, "office" | "made">;

async function makeProfile({ office, made }: Making, name: string): Promise<void> {
  type Profile = { shipping_profile: { id: string } };
  const { shipping_profile } = await office.post<Profile>("/shipping-profiles", { name, type: name });
  made.profiles.push(shipping_profile.id);
}

async function makeGroup({ office, made }: Making, name: string): Promise<void> {
  const { customer_group } = await office.post<{ customer_group: { id: string } }>("/customer-groups", {
    name,
  });
  made.groups.push(customer_group.id);
}
