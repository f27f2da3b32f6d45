/** The numerals of the shop, as strokes in a 60 x 100 box. */
const DIGITS = {
  0: "M30 6C12 6 8 28 8 50S12 94 30 94 52 72 52 50 48 6 30 6Z",
  1: "M16 22 34 6V94",
  2: "M9 30C9 14 18 6 30 6S51 15 51 29C51 52 14 66 8 94H53",
  3: "M10 18C14 10 21 6 30 6 42 6 50 14 50 26S41 46 27 46C42 46 53 55 53 70S44 94 29 94C19 94 11 89 7 80",
  4: "M42 94V6L6 68H56",
  5: "M49 6H16L12 45C17 41 23 39 30 39 44 39 53 50 53 66S44 94 29 94C19 94 11 89 7 80",
  6: "M46 12C42 8 37 6 32 6 15 6 8 30 8 56 8 80 16 94 31 94S53 83 53 67 45 41 31 41 9 52 8 64",
  7: "M8 6H53C40 32 28 60 24 94",
  8: "M30 6C19 6 11 14 11 26S19 46 30 46 49 38 49 26 41 6 30 6ZM30 46C17 46 8 56 8 70S17 94 30 94 52 84 52 70 43 46 30 46Z",
  9: "M14 88C18 92 23 94 28 94 45 94 52 70 52 44 52 20 44 6 29 6S7 17 7 33 15 59 29 59 51 48 52 36",
};

/** A number as SVG paths, centred on (x, y) and `high` tall. */
export function numeral(text, { x, y, high, colour, weight = 11 }) {
  const k = high / 100;
  const wide = text.length * 74 - 14;
  return [...text]
    .map(
      (d, i) =>
        `<path transform="translate(${x + (i * 74 - wide / 2) * k} ${y - 50 * k}) scale(${k})" d="${DIGITS[d]}" fill="none" stroke="${colour}" stroke-width="${weight}" stroke-linecap="round" stroke-linejoin="round"/>`,
    )
    .join("");
}
