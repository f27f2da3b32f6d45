import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // Replaces a package that throws on import outside React's server condition.
      "server-only": `${root}node_modules/server-only/empty.js`,
    },
  },
  test: {
    include: ["{app,components,lib,tools,e2e,medusa/src}/**/*.test.{ts,tsx,mjs}"],
    exclude: ["**/node_modules/**", "**/*.db.test.{ts,mjs}"],
  },
});
