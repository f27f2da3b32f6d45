import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../stack/environment";
import { ROOT } from "../stack/paths";
import type { Run } from "../stack/run";
import { UserError } from "../stack/user-error";

/** Without the parts that only a screen needs, a spec takes about a third less time. */
const HEADLESS = "chromium-headless-shell";
const LINUX = [HEADLESS, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const MAC = ["Google Chrome", "Chromium"];

export const PLAYWRIGHT = join(ROOT, "node_modules", "@playwright", "test", "cli.js");

const ADVICE = `The tests drive a Chromium. Install one, then run the command again:
  npx playwright install --with-deps chromium     anywhere
  sudo apt-get install chromium-headless-shell    Debian
  brew install --cask chromium                    macOS
or name one that is there: CHROMIUM_PATH=/path/to/chrome npm run e2e`;

/** The path of a Chromium that runs: this machine's own, Playwright's, or one that is installed now. */
export async function findBrowser(run: Run): Promise<string> {
  const path =
    findSystemBrowser() ??
    (await findPlaywrightBrowser()) ??
    (await installFromPlaywright(run)) ??
    (await installFromDebian(run));
  if (path) return path;
  throw new UserError("There is no browser to run the tests in, and none could be installed.", {
    advice: ADVICE,
  });
}

/** A browser that is installed, and starts: a downloaded one may lack libraries, and Ubuntu's may only be advice. */
export function findSystemBrowser(): string | undefined {
  const starts = (path: string) =>
    spawnSync(path, ["--version"], { stdio: "ignore", timeout: 20_000 }).status === 0;
  return browserPaths(process.platform, process.env).find((path) => existsSync(path) && starts(path));
}

/** The paths where browsers may be, CHROMIUM_PATH first. */
export function browserPaths(platform: NodeJS.Platform, { CHROMIUM_PATH, PATH = "" }: Environment): string[] {
  const named = CHROMIUM_PATH ? [CHROMIUM_PATH] : [];
  const installed =
    platform === "darwin"
      ? MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`)
      : LINUX.flatMap((name) => PATH.split(":").map((folder) => join(folder, name)));
  return [...named, ...installed];
}

/** Playwright's own, imported late since the doctor works without it. `executablePath()` names the browser with a screen, and the one without is what starts. */
async function findPlaywrightBrowser(): Promise<string | undefined> {
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

async function installFromPlaywright(run: Run): Promise<string | undefined> {
  const args = [PLAYWRIGHT, "install", "--only-shell", "chromium"];
  await tryInstall(run, "Downloading Playwright's Chromium", { command: process.execPath, args });
  return findPlaywrightBrowser();
}

async function installFromDebian(run: Run): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  const script = `apt-get update && apt-get install -y --no-install-recommends ${HEADLESS}`;
  await tryInstall(run, "Installing Debian's Chromium", { command: "/bin/sh", args: ["-c", script] });
  return findSystemBrowser();
}

/** A failure is in the logs; the next way is tried. */
async function tryInstall(
  { supervisor, progress }: Run,
  title: string,
  program: { command: string; args: string[] },
): Promise<void> {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  try {
    await progress.step(title, () => supervisor.run({ ...program, name: "browser-install", cwd: ROOT, env }));
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
  }
}
