"use client";

import Link from "next/link";
import { getAuthHref } from "@/components/account/auth-href";
import { getEndText } from "@/components/session/end-text";
import { DismissibleNotice } from "@/components/ui/dismissible-notice";
import type { EndReason } from "@/lib/session/rotation";

type SessionEndedNoticeProps = { reason: EndReason; country: string; onDismiss: () => void };

/** Why the session has ended while the page was open, with a link to sign in and return here. */
export function SessionEndedNotice({ reason, country, onDismiss }: SessionEndedNoticeProps) {
  const here = location.pathname + location.search;
  return (
    <div className="pointer-events-none fixed inset-x-0 bottom-0 z-40 mx-auto w-full max-w-lg p-4">
      <DismissibleNotice role="alert" data-testid="session-ended" onDismiss={onDismiss}>
        <div>
          <p>{getEndText(reason)}</p>
          <Link
            href={getAuthHref(country, "login", here)}
            prefetch={false}
            className="inline-flex min-h-11 items-center font-medium link"
          >
            Sign in again
          </Link>
        </div>
      </DismissibleNotice>
    </div>
  );
}
