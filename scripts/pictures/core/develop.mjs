import { random } from "./random.mjs";

/** From light to a picture: smaller, toned like film, with a little grain. */
export function develop(colour, { width, height, over, exposure }) {
  const out = Buffer.alloc(width * height * 3);
  const grain = random(width * 31 + height);
  const row = width * over * 3;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const speck = (grain() + grain() - 1) * 0.004;
      for (let d = 0; d < 3; d += 1) {
        let sum = 0;
        for (let j = 0; j < over; j += 1) {
          for (let i = 0; i < over; i += 1)
            sum += Math.min(4, colour[(y * over + j) * row + (x * over + i) * 3 + d]);
        }
        out[(y * width + x) * 3 + d] = tone((sum / (over * over)) * exposure, speck);
      }
    }
  }
  return out;
}

/** Highlights roll off above 0.6 instead of clipping. */
function tone(light, speck) {
  const knee = 0.6;
  const soft = light < knee ? light : knee + (1 - knee) * (1 - Math.exp(-(light - knee) / (1 - knee)));
  const s = soft <= 0.0031308 ? soft * 12.92 : 1.055 * soft ** (1 / 2.4) - 0.055;
  return Math.max(0, Math.min(255, Math.round((s + speck) * 255)));
}
