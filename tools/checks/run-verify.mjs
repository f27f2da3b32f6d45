// @ts-check
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareCheckout } from "../stack/checkout.mjs";
import { createProgress, formatDuration } from "../stack/progress.mjs";
import { runToExit } from "../stack/run.mjs";
import { describeResults } from "../test-shop/results.mjs";
import { verify } from "./verification.mjs";

/** `npm run verify`. */
export async function runVerify() {
  // A folder for this run alone: two people's editors may verify one checkout at once.
  const folder = mkdtempSync(join(tmpdir(), "cloakroom-verify-"));
  process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
  await runToExit(folder, async ({ supervisor }) => {
    const since = Date.now();
    const run = { supervisor, progress: createProgress(process.stdout) };
    await prepareCheckout(run, { withBackend: false });
    const { failedChecks, unit } = await verify(run);
    const outcome = failedChecks.length === 0 ? "everything holds" : `failed: ${failedChecks.join(", ")}`;
    console.log(`\nverify: ${outcome} (${formatDuration(Date.now() - since)})`);
    console.log(`unit: ${describeResults(unit)}`);
    return failedChecks.length === 0 ? 0 : 1;
  });
}
