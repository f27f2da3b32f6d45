import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { UserError } from "../stack/user-error";
import type { Edit } from "./mutant";

type Changes = { name: string; edits: Edit[] };

type Source = { original: string; mutated: string };

/** Makes one edit. Throws when it does not fit: the source has changed, and the mutant has to follow it. */
export function editText(text: string, { file, find, replace }: Edit): string {
  const [before = "", ...rest] = text.split(find);
  const [after] = rest;
  if (rest.length === 1 && after !== undefined && find !== replace) return before + replace + after;
  throw new UserError(`${file} has moved on: this must be in it once, and is ${rest.length} times.`, {
    advice: find,
  });
}

/** The sources that the edits touch, by path relative to the root, before and after. */
export function mutate(root: string, { name, edits }: Changes): Map<string, Source> {
  const sources = new Map<string, Source>();
  for (const edit of edits) {
    const known = sources.get(edit.file);
    const original = known?.original ?? readFileSync(join(root, edit.file), "utf8");
    try {
      sources.set(edit.file, { original, mutated: editText(known?.mutated ?? original, edit) });
    } catch (cause) {
      if (!(cause instanceof UserError)) throw cause;
      throw new UserError(`${name}: ${cause.message}`, { advice: cause.advice, cause });
    }
  }
  return sources;
}

/** Makes all of the edits, or none, and returns a function that takes them out again. */
export function applyEdits(root: string, changes: Changes): () => void {
  const sources = mutate(root, changes);
  const write = (version: keyof Source) => {
    for (const [file, texts] of sources) writeFileSync(join(root, file), texts[version]);
  };
  write("mutated");
  return () => write("original");
}
