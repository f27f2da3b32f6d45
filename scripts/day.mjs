// @ts-check
import { requireMachine } from "./requirements.mjs";

requireMachine();

// Imported only now: the rest is written for the Node that has just been required.
void import("./day/run-day.mjs").then(({ runDay }) => runDay());
