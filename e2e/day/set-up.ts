import { Random } from "../support/random";
import type { AdminApi } from "../support/admin-api";
import { createCategory } from "./categories-and-collections";
import { splitSeed } from "./random-choice";
import { createStandardDeliveries } from "./delivery";
import { ShopModel } from "./model";
import { createProduct } from "./products";
import { createPromotion } from "./promotions";
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
    createProfile({ admin, created }, `Day usual ${timestamp}`),
    createGroup({ admin, created }, `Day ${timestamp}`),
  ]);
  await createProfile({ admin, created }, `Day bulky ${timestamp}`);
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
  const creators = [...Array.from({ length: PRODUCT_COUNT }, () => createProduct), createCategory] as const;
  const [messages] = await Promise.all([
    Promise.all(
      creators.map((create, index) => create({ ...shopkeeper, random: new Random(seeds[index] ?? 0) })),
    ),
    createStandardDeliveries(shopkeeper),
  ]);
  for (const what of [...messages, await createPromotion(shopkeeper)]) log.record(SHOPKEEPER, what);
  return shopkeeper;
}

type Creation = Pick<SetUp, "admin" | "created">;

async function createProfile({ admin, created }: Creation, name: string): Promise<void> {
  type Profile = { shipping_profile: { id: string } };
  const { shipping_profile } = await admin.post<Profile>("/shipping-profiles", { name, type: name });
  created.profiles.push(shipping_profile.id);
}

async function createGroup({ admin, created }: Creation, name: string): Promise<void> {
  const { customer_group } = await admin.post<{ customer_group: { id: string } }>("/customer-groups", {
    name,
  });
  created.groups.push(customer_group.id);
}
