import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

const tests = ["app", "components", "lib", "tools", "e2e", "medusa/src"].flatMap((folder) =>
  readdirSync(root + folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /(?<!\.db)\.test\.(tsx?|mjs)$/u.test(path))
    .map((path) => `${folder}/${path}`),
);
/** Whether a test replaces modules or globals, or starts a server, which the next test in the same process would meet. */
const leavesTraces = (path: string) =>
  /\bvi\.(mock|stub|spyOn|use)|"node:(http|net)"|globalThis/u.test(readFileSync(root + path, "utf8"));

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // Replaces a package that throws on import outside React's server condition.
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    projects: [
      // Loads each module once for many tests: a quarter of the time.
      {
        extends: true,
        test: { name: "shared", include: tests.filter((path) => !leavesTraces(path)), isolate: false },
      },
      { extends: true, test: { name: "isolated", include: tests.filter(leavesTraces) } },
    ],
  },
});
