import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

const TESTS = "{app,components,lib,tools,e2e,medusa/src}/**/*.test.{ts,tsx,mjs}";
const DATABASE_TESTS = "**/*.db.test.ts";

/** The tests that replace modules or globals, or start a server: the next test in the same process would meet that. */
const isolated = ["app", "components", "lib", "tools", "e2e", "medusa/src"]
  .flatMap((folder) =>
    readdirSync(root + folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
  )
  .filter((path) => /\.test\.(tsx?|mjs)$/u.test(path))
  .filter((path) =>
    /\bvi\.(mock|stub|spyOn|use)|"node:(http|net)"|globalThis/u.test(readFileSync(root + path, "utf8")),
  );

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // Replaces a package that throws on import outside React's server condition.
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    exclude: ["**/node_modules/**", DATABASE_TESTS],
    projects: [
      // Loads each module once for many tests, which halves the time.
      {
        extends: true,
        test: { name: "shared", include: [TESTS], exclude: isolated, isolate: false },
      },
      { extends: true, test: { name: "isolated", include: isolated } },
    ],
  },
});
