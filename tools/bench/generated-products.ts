const COLOURS = ["Ink", "Oat", "Moss", "Rust", "Plum", "Fog", "Teal", "Bone", "Rose", "Cocoa"];
const SIZES = ["S", "M", "L", "XL"];
const MATERIALS = ["100% lambswool", "Silk twill", "Waxed cotton", "Bridle leather", "Linen"];
const NOUNS = ["Scarf", "Cap", "Glove", "Umbrella", "Satchel", "Shawl", "Beret", "Parasol"];
const ADJECTIVES = ["Quiet", "Harbour", "Evening", "Cobbled", "Northern", "Lantern", "Velvet", "Orchard"];

const COLOURS_EACH = 2;
const SIZES_EACH = 2;

type Shared = {
  categoryIds: string[];
  collectionIds: string[];
  salesChannelId: string;
  shippingProfileId: string;
};

const pick = <T>(list: readonly T[], index: number): T => list[index % list.length] as T;

/**
 * The n-th product of a large catalogue, as Medusa's admin API takes it: the same for the same number. Four variants of
 * two colours and two sizes; every seventh is sold out, prices are spread over every currency.
 */
export function generateProduct(index: number, shared: Shared): Record<string, unknown> {
  const colours = Array.from({ length: COLOURS_EACH }, (_, each) => pick(COLOURS, index + each * 3));
  const sizes = Array.from({ length: SIZES_EACH }, (_, each) => pick(SIZES, index + each));
  const amount = 20 + ((index * 37) % 480);
  const title = `${pick(ADJECTIVES, index * 3)} ${pick(NOUNS, index)} No. ${index}`;
  const collectionId = index % 3 === 0 ? pick(shared.collectionIds, index) : undefined;
  return {
    title,
    handle: `bench-${index}`,
    subtitle: `${pick(MATERIALS, index)}, number ${index}`,
    description: `${title} hangs with its back to the wall. It was made for somebody who counts, and is number ${index}.`,
    material: pick(MATERIALS, index),
    status: "published",
    categories: shared.categoryIds.length > 0 ? [{ id: pick(shared.categoryIds, index) }] : [],
    ...(collectionId ? { collection_id: collectionId } : {}),
    sales_channels: [{ id: shared.salesChannelId }],
    shipping_profile_id: shared.shippingProfileId,
    options: [
      { title: "Colour", values: colours },
      { title: "Size", values: sizes },
    ],
    variants: colours.flatMap((colour) =>
      sizes.map((size) => ({
        title: `${colour} / ${size}`,
        sku: `BENCH-${index}-${colour}-${size}`.toUpperCase(),
        options: { Colour: colour, Size: size },
        manage_inventory: index % 7 === 0,
        prices: [
          { currency_code: "usd", amount },
          { currency_code: "gbp", amount: Math.round(amount * 0.8) },
          { currency_code: "eur", amount: Math.round(amount * 0.9) },
          { currency_code: "jpy", amount: amount * 150 },
        ],
      })),
    ),
  };
}
