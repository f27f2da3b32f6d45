import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { areInstalled } from "../bootstrap/packages.mjs";
import { databaseName, withDatabase } from "../stack/database";
import { loadDotEnv } from "../stack/environment";
import { MEDUSA, ROOT } from "../stack/paths";
import { isPortFree } from "../stack/ports";
import { readSecrets } from "../stack/secrets";
import { readSettings, type Settings } from "../stack/settings";
import { locateDatabases } from "../stack/shop-databases";
import { UserError } from "../stack/user-error";
import { findSystemBrowser } from "../test-shop/browser";
import { describeFeatures, describeStandalone } from "./features";

/** `npm run doctor`. */
export default async function main(): Promise<void> {
  loadDotEnv();
  const demo = await describeDemo();
  printSection("Workspace", describeWorkspace());
  printSection("Variables", describeVariables());
  printSection("npm run demo, npm run dev", demo);
  printSection("npm run build, npm start: the storefront without the demo", describeStandalone(process.env));
  printSection("Features", describeFeatures(process.env));
  if (demo.some((line) => line.startsWith("✗"))) process.exitCode = 1;
}

function describeWorkspace(): string[] {
  const browser = findSystemBrowser();
  const hasClient = existsSync(join(ROOT, "prisma", "generated", "client.ts"));
  const hasBackend = existsSync(join(MEDUSA, ".medusa", "server"));
  const hasBuild = existsSync(join(ROOT, ".next", "BUILD_ID"));
  return [
    `✓ Node ${process.versions.node}`,
    check(areInstalled(ROOT), "the storefront's packages", "npm ci"),
    check(areInstalled(MEDUSA), "the backend's packages", "npm run demo installs them"),
    check(hasClient, "the Prisma client", "npx prisma generate"),
    check(hasBackend, "a build of the backend", "npm run demo makes it"),
    check(hasBuild, "a build of the storefront", "npm run build"),
    browser
      ? `✓ ${browser}, for the tests`
      : "– no Chromium: npm run e2e looks for Playwright's, or installs one",
  ];
}

function check(isThere: boolean, what: string, remedy: string): string {
  return isThere ? `✓ ${what}` : `– ${what}: ${remedy}`;
}

/** Those of .env.example that are set, without their values. */
function describeVariables(): string[] {
  const names = listDocumentedVariables().filter((name) => process.env[name]);
  const source = existsSync(join(ROOT, ".env")) ? "the shell or .env" : "the shell; there is no .env";
  return [names.length === 0 ? `– none is set by ${source}` : `✓ set by ${source}: ${names.join(", ")}`];
}

export function listDocumentedVariables(): string[] {
  const example = readFileSync(join(ROOT, ".env.example"), "utf8");
  return Array.from(example.matchAll(/^# ([A-Z][A-Z0-9_]*)=/gmu), ([, name = ""]) => name);
}

async function describeDemo(): Promise<string[]> {
  try {
    const settings = readSettings(process.env);
    return [
      `✓ data in ${settings.dataDir}`,
      ...(await describePorts(settings)),
      await describeDatabases(settings),
    ];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return [`✗ ${error.message}`, `  ${error.advice ?? ""}`];
  }
}

function describePorts({ ports, externalDatabases }: Settings): Promise<string[]> {
  const needed = Object.entries(ports).filter(([name]) => name !== "postgres" || !externalDatabases);
  const describe = async ([name, port]: [string, number]) =>
    (await isPortFree(port))
      ? `✓ port ${port} is free (${name.toUpperCase()}_PORT)`
      : `– port ${port} is taken, by this shop or another program (${name.toUpperCase()}_PORT)`;
  return Promise.all(needed.map(describe));
}

async function describeDatabases(settings: Settings): Promise<string> {
  const databases = locateDatabases(settings, readSecrets(settings.dataDir));
  if (!databases) return "– no databases yet: npm run demo makes them";
  const names = Object.values(databases).map(databaseName).join(", ");
  try {
    for (const url of Object.values(databases)) await withDatabase(url, async () => {});
    return `✓ databases ${names}`;
  } catch (error) {
    const { message, code } = error as NodeJS.ErrnoException;
    const sign = settings.externalDatabases ? "✗" : "–";
    return `${sign} databases ${names} cannot be reached (${message || code}); the demo's run while it does`;
  }
}

function printSection(title: string, lines: string[]): void {
  console.log(`\n${title}\n${lines.map((line) => `  ${line}`).join("\n")}`);
}
