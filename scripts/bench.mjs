// @ts-check
import { requireMachine } from "./requirements.mjs";

requireMachine();

// Imported only now: the rest is written for the Node that has just been required.
const { runBench } = await import("./bench/run-bench.mjs");
await runBench();
