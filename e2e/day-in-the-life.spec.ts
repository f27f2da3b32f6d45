import { randomInt } from "node:crypto";
import { cleanUp } from "./day/clean-up";
import { expect, test } from "@playwright/test";
import { AdminApi } from "./support/admin-api";
import { DayInTheLife } from "./day/day-in-the-life";
import { StorefrontLog } from "./day/storefront-log";

const { DAY_SEED, DAY_SECONDS, DAY_CHANGES } = process.env;

const SEED = Number(DAY_SEED || randomInt(2 ** 31));
const SECONDS = Number(DAY_SECONDS || 25);
const CHANGES = Number(DAY_CHANGES || Infinity);
/** Time around the day itself on the slowest machine: opening, finishing full carts, cleaning up. */
const OVERHEAD_MS = 240_000;

// oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its pattern.
test("Whatever the shopkeeper changes while people shop, no page fails, no sum is off and nothing withdrawn is sold", async ({}, {
  annotations,
}) => {
  test.setTimeout(SECONDS * 1_000 + OVERHEAD_MS);
  annotations.push({ type: "DAY_SEED", description: String(SEED) });
  const day = new DayInTheLife({ seed: SEED, seconds: SECONDS, changes: CHANGES });
  const admin = await AdminApi.signIn();
  const log = new StorefrontLog();
  try {
    await day.run(admin);
  } finally {
    await cleanUp(admin, day.created);
    console.info(`DAY_SEED=${SEED}: ${day.log.summarise()}`);
  }
  expect(day.log.describe(), `what went wrong on the day of DAY_SEED=${SEED}`).toBe("");
  expect(log.readErrors(), "errors in the storefront's log").toEqual([]);
});
