import type { Product } from "@/lib/catalog/product";

type Pictured = Pick<Product, "pictures" | "pictureOption" | "variants">;

/** The value of the picture option that the page shows before one is chosen: the first variant's. */
export function getInitialValue({ pictureOption, variants: [first] }: Pictured): string | null {
  return pictureOption === null ? null : (first?.options[pictureOption] ?? null);
}

/** Pictures with the same key are shown for the same values: see `getPictureStyles`. Null: shown for all. */
export function getPictureKey(values: readonly string[] | null): string | null {
  return values && values.join(" | ");
}

/**
 * A style sheet that shows the pictures of the chosen option value, so that they follow the choice without script. An
 * element of `scope` with a picture has its key as `data-pictures`. Browsers without `:has()` show all pictures.
 * @param scope a selector of what holds both the pictures and the options
 */
export function getPictureStyles(product: Pictured, scope: string): string {
  const { pictures, pictureOption } = product;
  if (pictureOption === null) return "";
  const initial = getInitialValue(product);
  const input = `input[name=${toIdentifier(`option:${pictureOption}`)}]`;
  const sets = new Map(
    pictures.flatMap(({ values }) => (values ? [[getPictureKey(values) ?? "", values]] : [])),
  );
  const hide = (condition: string, key: string) =>
    `${scope}${condition} [data-pictures=${toIdentifier(key)}]{display:none}`;
  return [...sets]
    .flatMap(([key, values]) => {
      const own = values.map((value) => `[value=${toIdentifier(value)}]`).join(",");
      return [
        hide(`:has(${input}:checked):not(:has(${input}:is(${own}):checked))`, key),
        ...(initial !== null && values.includes(initial) ? [] : [hide(`:not(:has(${input}:checked))`, key)]),
      ];
    })
    .join("");
}

/** A text as a CSS identifier of ASCII letters and escapes, which can end neither a selector nor a style element. */
function toIdentifier(text: string): string {
  return text.replaceAll(/[^a-z]/giu, (character) => `\\${character.codePointAt(0)?.toString(16)} `);
}
