import { createHash } from "node:crypto";
import type { BrowserContext } from "@playwright/test";

/** A script that specs inject to see it blocked. Browsers report blocked scripts by their hash. */
export const INJECTED_SCRIPT = "document.documentElement.dataset.intruder = 'here'";
const INJECTED_SCRIPT_HASH = createHash("sha256").update(INJECTED_SCRIPT).digest("base64");

/** Collects errors of pages: failed hydration, violations of the content security policy, exceptions. */
export class ConsoleWatch {
  readonly errors: string[] = [];

  readonly attach = (context: BrowserContext): void => {
    context.on("weberror", (error) => this.errors.push(String(error.error())));
    context.on("console", (message) => {
      // Chromium logs 404s and dropped connections, which some tests cause on purpose.
      const text = message.text();
      const isExpected = text.startsWith("Failed to load resource") || text.includes(INJECTED_SCRIPT_HASH);
      if (message.type() === "error" && !isExpected) this.errors.push(text);
    });
  };
}
