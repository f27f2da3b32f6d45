import type { BrowserContext } from "@playwright/test";

/** What pages have complained about: a failed hydration, a breach of the content policy, an exception. */
export class ConsoleWatch {
  readonly errors: string[] = [];

  readonly follow = (context: BrowserContext): void => {
    context.on("weberror", (error) => this.errors.push(String(error.error())));
    context.on("console", (message) => {
      // A page that is not there, or a line that is cut, is what some tests are about; Chromium logs both.
      const isExpected = message.text().startsWith("Failed to load resource");
      if (message.type() === "error" && !isExpected) this.errors.push(message.text());
    });
  };
}
