import { readFile } from "node:fs/promises";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { fileURLToPath } from "node:url";
import { availableParallelism } from "node:os";
import { develop } from "./shot/picture.mjs";

/** Draws the catalogue: `node scripts/pictures/index.mjs [handle ...]`, `--draft` for small and quick. */

const CATALOGUE = new URL("../../medusa/seed/catalogue.json", import.meta.url);

async function tasks() {
  const { products } = JSON.parse(await readFile(CATALOGUE, "utf8"));
  const wanted = process.argv.slice(2).filter((arg) => !arg.startsWith("--"));
  const draft = process.argv.includes("--draft");
  return products
    .filter(({ handle }) => wanted.length === 0 || wanted.includes(handle))
    .map(({ handle, drawing }) => ({ handle, drawing, draft }));
}

/** Gives each worker the next product until there are none. */
async function main() {
  const queue = await tasks();
  const total = queue.length;
  let done = 0;
  const run = () =>
    new Promise((resolve, reject) => {
      const worker = new Worker(fileURLToPath(import.meta.url));
      const next = () =>
        queue.length ? worker.postMessage(queue.shift()) : worker.terminate().then(resolve, reject);
      worker.on("error", reject);
      worker.on("message", (written) => {
        done += 1;
        process.stdout.write(`${done}/${total} ${written.join(", ")}\n`);
        next();
      });
      next();
    });
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), total) }, run));
}

if (isMainThread) await main();
else parentPort.on("message", async (task) => parentPort.postMessage(await develop(task)));
