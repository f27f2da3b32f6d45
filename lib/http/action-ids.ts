import "server-only";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { env } from "@/lib/env";
import type { ActionIds } from "@/lib/http/action-request";

/** The ids of this build's server actions, from Next's own list of them; null without one. */
export function readActionIds(): ActionIds {
  // In development actions are compiled, and get their ids, as pages are opened.
  if (!env.isProduction) return null;
  try {
    const file = join(
      /* turbopackIgnore: true */ process.cwd(),
      env.distDir,
      "server",
      "server-reference-manifest.json",
    );
    const manifest = JSON.parse(readFileSync(file, "utf8")) as { node: Record<string, unknown> };
    return new Set(Object.keys(manifest.node));
  } catch (error) {
    console.warn(
      `Actions are not checked for their ids: ${error instanceof Error ? error.message : "no list"}`,
    );
    return null;
  }
}
