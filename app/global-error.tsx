"use client";

import { SITE_NAME } from "@/lib/site";
import "./globals.css";

/**
 * The error page for a failed root layout, with its own document. Its script is part of every page, so it uses no
 * components.
 */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>{`Out of order · ${SITE_NAME}`}</title>
        <main className="page py-section">
          <h1 className="display text-4xl">The counter is closed for a moment</h1>
          <p className="mt-5 mb-8 text-lg text-muted">
            Something went wrong. Nothing you left with us is lost.
          </p>
          <button type="button" onClick={retry} className="min-h-11 font-semibold link">
            Try again
          </button>
        </main>
      </body>
    </html>
  );
}
