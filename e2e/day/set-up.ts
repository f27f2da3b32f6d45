import { Random } from "../support/random";
import type { AdminApi } from "../support/admin-api";
import { makeCategory } from "./categories-and-collections";
import { splitSeed } from "./random-choice";
import { makeStandardDeliveries } from "./delivery";
import { ShopModel } from "./model";
import { makeProduct } from "./products";
import { makePromotion } from "./promotions";
import type { CreatedIds, ShopkeeperContext } from "./shopkeeper";
import { type DayLog, SHOPKEEPER } from "./day-log";
import { readStoreSetup } from "./store-setup";

const PRODUCT_COUNT = 6;

type SetUp = { admin: AdminApi; created: CreatedIds; log: DayLog; seed: number };

/** Creates the first entities of the day. They belong to this test alone, so that its changes disturb no other spec. */
export async function setUpShop({ admin, created, log, seed }: SetUp): Promise<ShopkeeperContext> {
  const timestamp = Date.now();
  const [setup] = await Promise.all([
    readStoreSetup(admin),
    makeProfile({ admin, created }, `Day usual ${timestamp}`),
    makeGroup({ admin, created }, `Day ${timestamp}`),
  ]);
  await makeProfile({ admin, created }, `Day bulky ${timestamp}`);
  const [group = ""] = created.groups;
  const [ownSeed = 0, ...seeds] = splitSeed(seed, 1 + PRODUCT_COUNT + 1);
  const random = new Random(ownSeed);
  const shopkeeper = {
    admin,
    setup,
    created,
    random,
    model: new ShopModel(),
    profiles: created.profiles,
    group,
  };
  const first = [...Array.from({ length: PRODUCT_COUNT }, () => makeProduct), makeCategory] as const;
  const [messages] = await Promise.all([
    Promise.all(first.map((make, index) => make({ ...shopkeeper, random: new Random(seeds[index] ?? 0) }))),
    makeStandardDeliveries(shopkeeper),
  ]);
  for (const what of [...messages, await makePromotion(shopkeeper)]) log.note(SHOPKEEPER, what);
  return shopkeeper;
}

type Creation = Pick<SetUp, "admin" | "created">;

async function makeProfile({ admin, created }: Creation, name: string): Promise<void> {
  type Profile = { shipping_profile: { id: string } };
  const { shipping_profile } = await admin.post<Profile>("/shipping-profiles", { name, type: name });
  created.profiles.push(shipping_profile.id);
}

async function makeGroup({ admin, created }: Creation, name: string): Promise<void> {
  const { customer_group } = await admin.post<{ customer_group: { id: string } }>("/customer-groups", {
    name,
  });
  created.groups.push(customer_group.id);
}
