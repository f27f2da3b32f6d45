import {
  LOW_STOCK_THRESHOLD,
  findVariant,
  getOptionValueState,
  type ProductOption,
  type OptionValueState,
  type Variant,
} from "@/lib/catalog/product";

export type Choice = Record<string, string>;

export type Availability = {
  state: "available" | "few" | "backorder" | "unfinished" | "sold-out" | "not-made";
  text: string;
};

type ProductVariants = { options: ProductOption[]; variants: Variant[] };

/** The availability of the chosen combination, with a sentence for the shopper. */
export function describeAvailability(product: ProductVariants, choice: Choice): Availability {
  const missing = product.options.filter(({ title }) => !choice[title]);
  if (missing.length > 0) return describeUnfinished(product, missing, choice);
  const variant = findVariant(product.variants, choice);
  if (!variant) return { state: "not-made", text: describeNotMade(product.options, choice) };
  const name = product.variants.length > 1 ? formatChoice(product.options, choice) : "This";
  return describeStock(name, variant);
}

function describeNotMade(options: ProductOption[], choice: Choice): string {
  const [first = "This", ...others] = options.flatMap(({ title }) => choice[title] ?? []);
  const where = others.length > 0 ? ` in ${others.join(", ")}` : "";
  return `${first} is not available${where}. Please choose another combination.`;
}

/** A note for an option value, given the other choices; empty if it is available. */
export function describeOptionValue(state: OptionValueState, choice: Choice, title: string): string {
  if (state === "available") return "";
  if (state === "sold-out") return "sold out";
  const others = Object.entries(choice).flatMap(([name, value]) => (name === title ? [] : value));
  return others.length > 0 ? `not available in ${others.join(", ")}` : "not available";
}

function describeStock(name: string, { available, onHand }: Variant): Availability {
  if (available === 0) return { state: "sold-out", text: `${name} is sold out.` };
  if (onHand === 0)
    return {
      state: "backorder",
      text: "On backorder: order it now, and we send it when it is back in stock.",
    };
  if (available === null && onHand === undefined) return { state: "available", text: "Available to order." };
  if (available === null || available > LOW_STOCK_THRESHOLD)
    return { state: "available", text: "In stock, ready to go." };
  return { state: "few", text: available === 1 ? "The last one: 1 left." : `Only ${available} left.` };
}

function describeUnfinished(
  { options, variants }: ProductVariants,
  missing: ProductOption[],
  choice: Choice,
): Availability {
  if (variants.every(({ available }) => available === 0))
    return { state: "sold-out", text: "This is sold out." };
  const isDeadEnd = options.some(({ title }) => {
    const value = choice[title];
    return value !== undefined && getOptionValueState(variants, choice, [title, value]) === "sold-out";
  });
  if (isDeadEnd) return { state: "sold-out", text: `${formatChoice(options, choice)} is sold out.` };
  const words = missing.map(({ title }) => title.toLowerCase());
  return { state: "unfinished", text: `Choose a ${words.join(" and a ")}.` };
}

/** The chosen values: "Cocoa, L". */
function formatChoice(options: ProductOption[], choice: Choice): string {
  return options.flatMap(({ title }) => choice[title] ?? []).join(", ");
}

/** Every unavailable combination with the reason, for pages without script. */
export function listUnavailable({ options, variants }: ProductVariants): { name: string; reason: string }[] {
  return listCombinations(options).flatMap((choice) => {
    const variant = findVariant(variants, choice);
    const name = formatChoice(options, choice);
    if (!variant) return [{ name, reason: "not available" }];
    return variant.available === 0 ? [{ name, reason: "sold out" }] : [];
  });
}

function listCombinations(options: ProductOption[]): Choice[] {
  return options.reduce<Choice[]>(
    (choices, { title, values }) =>
      choices.flatMap((choice) => values.map((value) => ({ ...choice, [title]: value }))),
    [{}],
  );
}
