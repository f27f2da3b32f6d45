import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { ROOT } from "../stack/paths";
import { UserError } from "../stack/user-error";

/** The spec that must fail, by a part of its title that is in the file, and what its first error must be about. */
export type ExpectedFailure = { file: string; title: string; message: RegExp };

/**
 * A fault that a patch puts back, of a field report (F), of the security findings (S) or of shops in operation (D).
 * `patch`: the path of the file in the project.
 */
export type Mutant = {
  name: string;
  patch: string;
  report: string;
  fault: string;
  caughtBy: ExpectedFailure;
  changesBackend: boolean;
};

/** Shortens every build of the mutants. */
export const FEWER_PAGES = "tools/mutants/fewer-pages.patch";

const REPORT_ORDER = ["F", "S", "D"];
const rank = ({ report }: Mutant) =>
  REPORT_ORDER.indexOf(report.slice(0, 1)) * 1_000 + Number(report.slice(1));

/** Every mutant of mutants/, by the number of its report, and by name. */
export const MUTANTS = readdirSync(join(ROOT, "mutants"))
  .toSorted()
  .map((file) => parseMutant(`mutants/${file}`, readFileSync(join(ROOT, "mutants", file), "utf8")))
  .toSorted((a, b) => rank(a) - rank(b));

/** Reads the header of a patch: a line for each fact, up to the first empty one. `git apply` skips it. */
export function parseMutant(patch: string, text: string): Mutant {
  const [header = ""] = text.split("\n\n", 1);
  const read = (name: string, form = "(.+)") => {
    const [, value] = new RegExp(`^${name}: ${form}$`, "mu").exec(header) ?? [];
    if (value) return value;
    throw new UserError(`${patch} has no line "${name}: …" at its beginning.`, {
      advice: "Add it, as in the other files of mutants/.",
    });
  };
  return {
    name: patch.replace(/^mutants\/|\.patch$/gu, ""),
    patch,
    report: read("Report", String.raw`([FSD]\d+)`),
    fault: read("Fault"),
    caughtBy: {
      file: read("Caught by"),
      title: read("Test"),
      message: new RegExp(read("Message", "/(.+)/"), "u"),
    },
    changesBackend: /^\+\+\+ b\/medusa\//mu.test(text),
  };
}

/**
 * Applies all of a patch or nothing, to a folder that may lie in no repository or in another's. `--check` only tries,
 * `--reverse` takes it out again.
 */
export function applyPatch(patch: string, option?: "--check" | "--reverse", root = ROOT): void {
  const options = ["--whitespace=nowarn", ...(option ? [option] : [])];
  const { error, status, stderr } = spawnSync("git", ["apply", ...options, resolve(ROOT, patch)], {
    cwd: root,
    // In a folder of another repository, git would silently skip what it takes for that repository's.
    env: { ...process.env, GIT_DIR: undefined, GIT_CEILING_DIRECTORIES: dirname(root) },
    encoding: "utf8",
  });
  const advice = "It applies the mutants: install it, then run the command again.";
  if (error) throw new UserError(`git does not start: ${error.message}`, { advice });
  if (status === 0) return;
  throw new UserError(`${patch} does not fit the sources any more.\n${stderr.trim()}`, {
    advice: `In a clean working tree, put the fault into the sources as they are now, and fix what is marked as a conflict:
  git apply --3way ${patch}
Replace all of the patch below its header by the output of the first, and take the fault out again by the second:
  git diff HEAD -U1
  git reset && git apply -R ${patch}`,
  });
}
