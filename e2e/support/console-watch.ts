import { createHash } from "node:crypto";
import type { BrowserContext } from "@playwright/test";

/** A script that a spec puts into a page to see it refused. Browsers name what they refuse by its hash. */
export const INJECTED_SCRIPT = "document.documentElement.dataset.intruder = 'here'";
const INJECTED_SCRIPT_HASH = createHash("sha256").update(INJECTED_SCRIPT).digest("base64");

/** What pages have complained about: a failed hydration, a breach of the content policy, an exception. */
export class ConsoleWatch {
  readonly errors: string[] = [];

  readonly attach = (context: BrowserContext): void => {
    context.on("weberror", (error) => this.errors.push(String(error.error())));
    context.on("console", (message) => {
      // A page that is not there, or a line that is cut, is what some tests are about; Chromium logs both.
      const text = message.text();
      const isExpected = text.startsWith("Failed to load resource") || text.includes(INJECTED_SCRIPT_HASH);
      if (message.type() === "error" && !isExpected) this.errors.push(text);
    });
  };
}
