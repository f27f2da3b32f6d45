import { mkdir, readFile, writeFile } from "node:fs/promises";
import sharp from "sharp";
import { GROUNDS } from "./material/palette.mjs";
import { attendantsShelf } from "./shot/attendants-shelf.mjs";
import { cityRain } from "./shot/city-rain.mjs";
import { cloakroom } from "./shot/cloakroom.mjs";
import { firstFrost } from "./shot/first-frost.mjs";
import { light, photograph } from "./shot/picture.mjs";

/** Draws the pictures of the home page and the icons: `node scripts/pictures/editorial.mjs [name ...]`. */

const OUT = new URL("../../public/editorial/", import.meta.url);
const APP = new URL("../../app/", import.meta.url);
const HEAVIEST = 240_000;
const QUALITY = { over: 1.5, lights: { window: 36, room: 56, map: 2560 }, hairs: 70_000 };

const wanted = process.argv.slice(2);
const asked = (name) => wanted.length === 0 || wanted.includes(name);

await mkdir(OUT, { recursive: true });
const LANDSCAPE = { width: 1200, height: 900 };
const shots = {
  ...(await cloakroom()),
  "first-frost": { ...firstFrost(), ...LANDSCAPE },
  "city-rain": { ...cityRain(), ...LANDSCAPE },
  "the-attendants-shelf": { ...(await attendantsShelf()), ...LANDSCAPE },
};
for (const [name, { width, height, ...shot }] of Object.entries(shots)) {
  if (!asked(name)) continue;
  const image = photograph(shot, { width, height, ...QUALITY });
  if (name === "opengraph")
    await image.jpeg({ quality: 84, mozjpeg: true }).toFile(new URL("opengraph.jpg", OUT).pathname);
  else await writeFile(new URL(`${name}.webp`, OUT), await light(image, HEAVIEST));
}
if (asked("icons")) await appleIcon();

/** The tag on a plaster square, as phones want it. */
async function appleIcon() {
  const tag = await sharp(await readFile(new URL("icon.svg", APP)), { density: 288 })
    .resize({ height: 140 })
    .toBuffer();
  const square = sharp({ create: { width: 180, height: 180, channels: 3, background: GROUNDS.paper } });
  await writeFile(
    new URL("apple-icon.png", APP),
    await square
      .composite([{ input: tag }])
      .png({ compressionLevel: 9 })
      .toBuffer(),
  );
}
