// Started by `npm run …`: checks the machine, installs packages where they are missing, and runs a command, which is
// TypeScript. Plain JavaScript, since nothing else can be read until packages are there.
import { checkRequirements } from "./bootstrap/requirements.mjs";
import { COMMANDS } from "./commands.mjs";

checkRequirements();
// A closed terminal or pipe must not keep a command from stopping its processes.
for (const output of [process.stdout, process.stderr]) output.on("error", () => {});

/** These work with what is installed, which on a server may be less than a development machine needs. */
const INSTALL_NOTHING = ["start", "db:migrate", "doctor", "audit-log"];

const [name, ...args] = process.argv.slice(2);
const command = COMMANDS[name];
if (!command) {
  console.error(`\nThere is no command "${name}". There are: ${Object.keys(COMMANDS).join(", ")}\n`);
  process.exit(1);
}
if (args.includes("--help") || args.includes("-h")) {
  console.log(command.usage);
  process.exit();
}

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
  const { default: main } = await import(command.module);
  await main(args, name);
} catch (error) {
  console.error(formatError(error));
  process.exitCode = 1;
}
