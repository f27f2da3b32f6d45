// @ts-check
import { requireMachine } from "./requirements.mjs";

requireMachine();

// Imported only now: the rest is written for the Node that has just been required.
import("./bench/run-bench.mjs").then(({ runBench }) => runBench());
