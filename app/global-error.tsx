"use client";

import "./globals.css";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

/** The last resort, when not even the frame of the page could be made; it brings its own. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Out of order · Cloakroom</title>
        <main>
          <MessagePage
            title="The counter is closed for a moment"
            text="Something went wrong that we did not expect. Nothing you left with us is lost."
          >
            <Button onClick={retry}>Try again</Button>
          </MessagePage>
        </main>
      </body>
    </html>
  );
}
