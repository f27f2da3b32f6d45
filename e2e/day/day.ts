import type { Random } from "../crowd/random";
import type { Journal } from "./journal";
import type { Office } from "./office";
import type { Premises } from "./premises";
import type { World } from "./world";

/** What everybody's steps have in common. */
export type Day = { world: World; premises: Premises; office: Office; journal: Journal; group: string };

/** A step: what may be chosen in it is left to `random`. */
export type Chance = { random: Random };
