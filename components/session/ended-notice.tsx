"use client";

import Link from "next/link";
import { getEntryHref } from "@/components/account/entry-address";
import { getEndText } from "@/components/session/end-text";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import type { EndReason } from "@/lib/session/rotation";

type EndedNoticeProps = { reason: EndReason; country: string; onDismiss: () => void };

/** A session has ended while its page was open: why, and the way back to this very page. */
export function EndedNotice({ reason, country, onDismiss }: EndedNoticeProps) {
  const here = location.pathname + location.search;
  return (
    <div className="pointer-events-none fixed inset-x-0 top-header z-40 mx-auto w-full max-w-lg p-4">
      <Notice role="alert" data-testid="session-ended" className="pointer-events-auto shadow-lifted">
        <div className="flex items-start justify-between gap-4">
          <div>
            <p>{getEndText(reason)}</p>
            <Link
              href={getEntryHref(country, "login", here)}
              prefetch={false}
              className="inline-flex min-h-11 items-center font-medium link"
            >
              Sign in again
            </Link>
          </div>
          <button
            type="button"
            aria-label="Dismiss"
            onClick={onDismiss}
            className="-my-2.5 -mr-3 grid size-11 shrink-0 place-items-center rounded-sm hover:bg-sunken"
          >
            <Icon name="close" className="size-4" />
          </button>
        </div>
      </Notice>
    </div>
  );
}
