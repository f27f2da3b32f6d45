"use client";

import { useState, useSyncExternalStore } from "react";
import { keepsCookies } from "@/components/browser-storage";
import { DismissibleNotice } from "@/components/ui/dismissible-notice";

/** Browsers have no event for changed cookie settings. */
const subscribeToNothing = () => () => undefined;

/**
 * Shown if the browser does not keep the shop's cookies, which cart and sign-in need.
 * @param isSecure whether they are `Secure`; over plain http, browsers keep those from localhost at most
 */
export function CookieNotice({ isSecure }: { isSecure: boolean }) {
  const [isDismissed, setDismissed] = useState(false);
  const isKept = useSyncExternalStore(
    subscribeToNothing,
    () => keepsCookies(isSecure),
    () => true,
  );
  if (isKept || isDismissed) return null;
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-40 mx-auto w-full max-w-lg p-4">
      <DismissibleNotice role="status" data-testid="cookies-refused" onDismiss={() => setDismissed(true)}>
        <p>
          Your browser does not keep this shop’s cookies here, so a cart or a sign-in is lost on the next
          page.{" "}
          {window.isSecureContext
            ? "Please allow cookies for this site."
            : "Please open the shop over https, or on localhost."}
        </p>
      </DismissibleNotice>
    </div>
  );
}
