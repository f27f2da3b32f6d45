import { linear, scale } from "./palette.mjs";
import { felt, leather, wood } from "./grain.mjs";
import { diagonal, loose, plain } from "./cloth.mjs";

/** What things are made of, ready to hand to a mesh: how they take light as well as their colour. */

export const wool = (map) => ({ map, fuzz: 1, hairs: 1 });
export const silk = (map) => ({
  map,
  reliefs: [diagonal("#ffffff", { pitch: 0.06, high: 0.12, cavity: 0.1 })],
  fuzz: 0.5,
  shine: 0.035,
  rough: 0.42,
});
export const felted = (name) => ({ rgb: linear(name), reliefs: [{ ...felt(), tints: true }], fuzz: 1.2 });
export const ribbon = (name) => ({ map: diagonal(name), fuzz: 0.3, shine: 0.02, rough: 0.5 });
export const hide = (name, cm = 7) => ({
  rgb: linear(name),
  reliefs: [{ ...leather(cm), tints: true }],
  shine: 0.06,
  rough: 0.33,
});
export const thread = (name, tone = 1) => ({ rgb: scale(linear(name), tone), fuzz: 0.4 });
export const woollen = (name) => ({ map: loose(name), fuzz: 1, hairs: 0.7 });
export const waxed = (name) => ({
  map: plain(name, name, { pitch: 0.1, slub: 0.05, cavity: 0.35 }),
  shine: 0.045,
  rough: 0.42,
});
export const canvas = (name) => ({
  map: plain(name, name, { pitch: 0.17, slub: 0.05, cavity: 0.55 }),
  fuzz: 0.4,
});
export const linen = (name) => ({
  map: plain(name, name, { pitch: 0.13, slub: 0.13, cavity: 0.5, n: 64, grain: 8 }),
  fuzz: 0.4,
});
export const webbing = (name) => ({ map: diagonal(name, { pitch: 0.13 }), fuzz: 0.4 });
export const brolly = (name, through = 0.32) => ({
  map: plain(name, name, { pitch: 0.09, slub: 0.04, cavity: 0.2, high: 0.18 }),
  through,
  shine: 0.03,
  rough: 0.4,
});

export const BRASS = { rgb: linear("brass"), metal: true, shine: 0.8, rough: 0.26 };
export const STEEL = { rgb: [0.52, 0.52, 0.54], metal: true, shine: 0.75, rough: 0.3 };
export const GUNMETAL = { rgb: [0.1, 0.1, 0.11], metal: true, shine: 0.6, rough: 0.35 };
export const OAK = { map: wood("#b58a57", { size: [9, 60], dark: 0.28 }), shine: 0.03, rough: 0.5 };
export const ASH = { map: wood("#c9a878", { size: [6, 40], dark: 0.22 }), shine: 0.05, rough: 0.35 };
export const EBONISED = { map: wood("#2b2724", { size: [9, 60], dark: 0.3 }), shine: 0.04, rough: 0.4 };
export const BAMBOO = { map: wood("#b98a4e", { size: [8, 9], dark: 0.3 }), shine: 0.06, rough: 0.3 };
export const BARK = {
  map: wood("#6d4a30", { size: [5, 14], dark: 0.55, rings: 5, pores: 0.12 }),
  shine: 0.03,
  rough: 0.5,
};
export const CHERRY = { map: wood("#8a4a2c", { size: [6, 40], dark: 0.3 }), shine: 0.06, rough: 0.28 };
