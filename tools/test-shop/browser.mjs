// @ts-check
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { Failure } from "../stack/failure.mjs";
import { ROOT } from "../stack/project.mjs";

/**
 * @typedef {import("../stack/stack.mjs").Run} Run
 */

// Without the parts that only a screen needs, a spec takes about a third less time.
const HEADLESS = "chromium-headless-shell";
const LINUX = [HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = ["Google Chrome", "Chromium"];
const PLAYWRIGHT_CLI = join(ROOT, "node_modules", "@playwright", "test", "cli.js");

const ADVICE = `The tests drive a Chromium. Install one, then run the command again:
  npx playwright install --with-deps chromium     anywhere
  sudo apt-get install chromium-headless-shell    Debian
  brew install --cask chromium                    macOS
or name one that is there: CHROMIUM_PATH=/path/to/chrome npm run e2e`;

/**
 * A Chromium that runs: this machine's own, Playwright's, or one that can be installed now.
 * @param {Run} run
 * @returns {Promise<string>} its path
 */
export async function findBrowser(run) {
  const found = systemBrowsers().find(starts) ?? (await playwrightBrowser());
  if (found) return found;
  const installed = (await installPlaywrights(run)) ?? (await installDebians(run));
  if (installed) return installed;
  throw new Failure("There is no browser to run the tests in, and none could be installed.", {
    advice: ADVICE,
  });
}

/**
 * Where browsers are, by platform; a path the person named comes first.
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} environment
 * @returns {string[]}
 */
export function browserPaths(platform, { CHROMIUM_PATH, PATH = "" }) {
  const named = CHROMIUM_PATH ? [CHROMIUM_PATH] : [];
  const installed =
    platform === "darwin"
      ? MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
      : LINUX.flatMap((name) => PATH.split(":").map((folder) => join(folder, name)));
  return [...named, ...installed];
}

function systemBrowsers() {
  return browserPaths(process.platform, process.env).filter((path) => existsSync(path));
}

// `executablePath()` names the browser with a screen; what starts is the one without.
async function playwrightBrowser() {
  const { chromium } = await import("@playwright/test");
  try {
    const server = await chromium.launchServer();
    const path = server.process().spawnfile;
    await server.close();
    return path;
  } catch {
    return undefined;
  }
}

// Ubuntu's chromium-browser may be no more than advice to install a snap, and a downloaded one may lack libraries.
/** @param {string} path */
function starts(path) {
  return spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
}

/** @param {Run} run */
async function installPlaywrights(run) {
  const args = [PLAYWRIGHT_CLI, "install", "--only-shell", "chromium"];
  await attempt(run, "Downloading Playwright's Chromium", { command: process.execPath, args });
  return playwrightBrowser();
}

/** @param {Run} run */
async function installDebians(run) {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const script = `apt-get update && apt-get install -y --no-install-recommends ${HEADLESS}`;
  await attempt(run, "Installing Debian's Chromium", { command: "/bin/sh", args: ["-c", script] });
  return systemBrowsers().find(starts);
}

/**
 * What fails is in the logs; the next way is tried.
 * @param {Run} run
 * @param {string} title
 * @param {{ command: string, args: string[] }} program
 */
async function attempt({ supervisor, progress }, title, program) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await progress.step(title, () => supervisor.run({ ...program, name: "browser-install", cwd: ROOT, env }));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
  }
}
