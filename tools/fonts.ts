import { readFile, writeFile } from "node:fs/promises";
// @ts-expect-error It brings no types.
import subsetFont from "subset-font";

/**
 * Makes the fonts that pages load out of the variable ones in @fontsource-variable. Headings use one weight of
 * Fraunces and the cut for large letters, so both axes are taken out of it: a quarter of the bytes, in front of the
 * first picture on a slow line. Run it again after updating either package; the results are committed.
 */
const FONTS = [
  {
    from: "@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2",
    to: "fraunces.woff2",
    variationAxes: { wght: 400, opsz: 60 },
  },
  {
    from: "@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2",
    to: "instrument-sans.woff2",
    variationAxes: {},
  },
];

/** Latin as Western Europe writes it, and the punctuation and currency signs of a shop. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xff],
];
const SIGNS = "ıŒœŠšŽžŸ–—‘’‚“”„†•…‹›€™−";

const text =
  RANGES.map(([from = 0, to = 0]) =>
    String.fromCodePoint(...Array.from({ length: to - from + 1 }, (_, index) => from + index)),
  ).join("") + SIGNS;

for (const { from, to, variationAxes } of FONTS) {
  const whole = await readFile(new URL(`../node_modules/${from}`, import.meta.url));
  const subset = await subsetFont(whole, text, { targetFormat: "woff2", variationAxes });
  await writeFile(new URL(`../app/fonts/${to}`, import.meta.url), subset);
  console.info(`${to}: ${whole.length} → ${subset.length} bytes`);
}
