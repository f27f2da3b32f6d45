"use client";

import "./globals.css";

/**
 * The last resort, when not even the frame of the page could be made; it brings its own. Its script is sent with
 * every page, so it uses none of the shop's components.
 */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Out of order · Cloakroom</title>
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
