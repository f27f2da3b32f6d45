// What `npm run …` starts: checks the machine, installs packages where they are missing, and from then on runs
// TypeScript. Plain JavaScript, since until then nothing can read anything else.
import { checkRequirements } from "./bootstrap/requirements.mjs";

checkRequirements();

const COMMANDS = {
  demo: ["./stack/demo.mjs", "runDemo"],
  dev: ["./stack/demo.mjs", "runDev"],
  test: ["./checks/run-everything.mjs", "runEverything"],
  verify: ["./checks/run-verify.mjs", "runVerify"],
  e2e: ["./test-shop/run-specs.mjs", "runSpecs"],
  "e2e:day": ["./test-shop/run-day.mjs", "runDay"],
  bench: ["./bench/run-bench.mjs", "runBench"],
  "audit-log": ["./audit-log/run-audit.mjs", "runAudit"],
  "test:load": ["./load-test/run-hunt.mjs", "runHunt"],
  "test:mutants": ["./mutants/run-mutants.mjs", "runMutants"],
};

// Imported only now: the rest is written for the Node that has just been required.
const { installRootPackages } = await import("./bootstrap/packages.mjs");
await installRootPackages();
const { register } = await import("tsx/esm/api");
register();

const [module, name] = COMMANDS[process.argv[2]];
process.argv.splice(2, 1);
const commands = await import(module);
await commands[name]();
