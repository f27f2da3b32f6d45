import { random } from "./random.mjs";

/** From light to a picture: toned like film, with a little grain. */
export function develop(colour, { width, height, exposure }) {
  const out = Buffer.alloc(width * height * 3);
  const grain = random(width * 31 + height);
  for (let i = 0; i < out.length; i += 3) {
    const speck = (grain() + grain() - 1) * 0.006;
    for (let d = 0; d < 3; d += 1) out[i + d] = tone(Math.min(4, colour[i + d]) * exposure, speck);
  }
  return out;
}

/** Tone values of 0 to 4 in steps of 1/4096: sRGB, with highlights above 0.6 rolled off instead of clipped. */
const TONES = Float32Array.from({ length: 4 * 4096 + 2 }, (_, i) => curve(i / 4096));

function tone(light, speck) {
  const at = Math.max(0, light) * 4096;
  const i = Math.min(4 * 4096, Math.floor(at));
  const s = TONES[i] + (TONES[i + 1] - TONES[i]) * Math.min(1, at - i);
  return Math.max(0, Math.min(255, Math.round((s + speck) * 255)));
}

function curve(light) {
  const knee = 0.6;
  const soft = light < knee ? light : knee + (1 - knee) * (1 - Math.exp(-(light - knee) / (1 - knee)));
  return soft <= 0.0031308 ? soft * 12.92 : 1.055 * soft ** (1 / 2.4) - 0.055;
}
