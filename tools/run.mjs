// Started by `npm run …`: checks the machine, installs packages where they are missing, and runs a command, which is
// TypeScript. Plain JavaScript, since nothing else can be read until packages are there.
import { checkRequirements } from "./bootstrap/requirements.mjs";

checkRequirements();

const COMMANDS = {
  demo: "./stack/demo.ts",
  dev: "./stack/demo.ts",
  start: "./stack/start.ts",
  "db:migrate": "./stack/db-migrate.ts",
  doctor: "./doctor/doctor.ts",
  test: "./checks/test.ts",
  verify: "./checks/verify.ts",
  e2e: "./test-shop/e2e.ts",
  "e2e:day": "./test-shop/e2e-day.ts",
  bench: "./bench/bench.ts",
  "audit-log": "./audit-log/audit-log.ts",
  "test:load": "./load-test/load-test.ts",
  "test:mutants": "./mutants/test-mutants.ts",
};

/** These work with what is installed, which on a server may be less than a development machine needs. */
const INSTALL_NOTHING = ["start", "db:migrate", "doctor", "audit-log"];

const [name, ...args] = process.argv.slice(2);
// Imported only now: it is written for the Node that has just been required.
const { installRootPackages } = await import("./bootstrap/packages.mjs");
if (!INSTALL_NOTHING.includes(name)) await installRootPackages();
const { register } = await import("tsx/esm/api").catch(() => {
  console.error("\nPackages are missing. Run: npm ci\n");
  process.exit(1);
});
register();

const { formatError } = await import("./stack/user-error.ts");
try {
  const { default: main, usage } = await import(COMMANDS[name]);
  if (usage && (args.includes("--help") || args.includes("-h"))) console.log(usage);
  else await main(args, name);
} catch (error) {
  console.error(formatError(error));
  process.exitCode = 1;
}
