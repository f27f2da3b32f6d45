import { Random } from "../support/random";
import type { AdminApi } from "./admin-api";
import { makeCategory } from "./categories-and-collections";
import { splitSeed } from "./random-choice";
import { makeUsualDeliveries } from "./delivery";
import { ShopModel } from "./model";
import { makeProduct } from "./products";
import { makePromotion } from "./promotions";
import type { Made, Shopkeeper } from "./shopkeeper";
import { type StepLog, SHOPKEEPER } from "./day-log";
import { readStoreSetup } from "./store-setup";

const PRODUCTS = 6;

type Opening = { admin: AdminApi; made: Made; log: StepLog; seed: number };

/** Makes the first things of the day: they are the day's own, so that its changes disturb no other spec. */
export async function setUpShop({ admin, made, log, seed }: Opening): Promise<Shopkeeper> {
  const stamp = Date.now();
  const [setup] = await Promise.all([
    readStoreSetup(admin),
    makeProfile({ admin, made }, `Day usual ${stamp}`),
    makeGroup({ admin, made }, `Day ${stamp}`),
  ]);
  await makeProfile({ admin, made }, `Day bulky ${stamp}`);
  const [group = ""] = made.groups;
  const [ownSeed = 0, ...seeds] = splitSeed(seed, 1 + PRODUCTS + 1);
  const random = new Random(ownSeed);
  const shopkeeper = { admin, setup, made, random, model: new ShopModel(), profiles: made.profiles, group };
  const first = [...Array.from({ length: PRODUCTS }, () => makeProduct), makeCategory] as const;
  const [told] = await Promise.all([
    Promise.all(first.map((make, index) => make({ ...shopkeeper, random: new Random(seeds[index] ?? 0) }))),
    makeUsualDeliveries(shopkeeper),
  ]);
  for (const what of [...told, await makePromotion(shopkeeper)]) log.note(SHOPKEEPER, what);
  return shopkeeper;
}

type Making = Pick<Opening, "admin" | "made">;

async function makeProfile({ admin, made }: Making, name: string): Promise<void> {
  type Profile = { shipping_profile: { id: string } };
  const { shipping_profile } = await admin.post<Profile>("/shipping-profiles", { name, type: name });
  made.profiles.push(shipping_profile.id);
}

async function makeGroup({ admin, made }: Making, name: string): Promise<void> {
  const { customer_group } = await admin.post<{ customer_group: { id: string } }>("/customer-groups", {
    name,
  });
  made.groups.push(customer_group.id);
}
