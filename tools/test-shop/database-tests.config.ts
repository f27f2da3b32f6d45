import base from "../../vitest.config";

/** The tests that `npm run verify` leaves out because they need the storefront's database. */
export default { ...base, test: { include: ["{lib,tools}/**/*.db.test.ts"] } };
