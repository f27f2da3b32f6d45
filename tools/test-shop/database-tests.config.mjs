// @ts-check
import base from "../../vitest.config";

/** The tests that `npm run verify` leaves out because they need the storefront's database. */
export default { ...base, test: { include: ["lib/**/*.db.test.ts", "tools/**/*.db.test.mjs"] } };
