import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { drawViews, pictureFile, VIEWS } from "./shot/picture.mjs";

/**
 * Draws the catalogue, one picture after the other: `node scripts/pictures/index.mjs [handle ...]`, `--draft` for small
 * and quick, `--width 1600` for larger ones. Pictures that are there are skipped, so it can be stopped and started again.
 */

const CATALOGUE = new URL("../../medusa/seed/catalogue.json", import.meta.url);

/** Each colour of each product; a product without a choice of colours once, its colour being null. */
function listLooks({ products }) {
  return products.flatMap(({ handle, drawing, options }) => {
    const choice = options.find(({ title }) => title === "Colour");
    if (choice)
      return choice.values.map((colour) => ({ handle, drawing, colour, names: drawing.colours[colour] }));
    return [{ handle, drawing, colour: null, names: Object.values(drawing.colours)[0] }];
  });
}

const { values, positionals } = parseArgs({
  options: { draft: { type: "boolean", default: false }, width: { type: "string", default: "1000" } },
  allowPositionals: true,
});
const looks = listLooks(JSON.parse(await readFile(CATALOGUE, "utf8")));
const asked = positionals.length
  ? positionals.flatMap((handle) => looks.filter((look) => look.handle === handle))
  : looks;

let known = new Map();
let before = "";
for (const look of asked) {
  if (look.handle !== before) known = new Map();
  before = look.handle;
  const missing = VIEWS.filter((view) => !existsSync(pictureFile(look, view, values.draft)));
  if (missing.length === 0) continue;
  const written = await drawViews(look, missing, { draft: values.draft, width: Number(values.width), known });
  process.stdout.write(`${written.join(", ")}\n`);
}
