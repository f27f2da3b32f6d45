import Link from "next/link";
import { getAuthHref } from "@/components/account/auth-href";
import { getEndText } from "@/components/session/end-text";
import { SuppressEndNotice } from "@/components/session/suppress-end-notice";
import { Notice } from "@/components/ui/notice";
import type { EndReason } from "@/lib/session/rotation";

type SessionEndedInlineProps = { reason: EndReason; country: string; next: string };

/** Why the session has ended, inside a page that guests may use too, with a link to sign in. */
export function SessionEndedInline({ reason, country, next }: SessionEndedInlineProps) {
  return (
    <Notice data-testid="session-ended" className="mb-6">
      <SuppressEndNotice />
      {getEndText(reason)}{" "}
      <Link href={getAuthHref(country, "login", next)} prefetch={false} className="font-medium link">
        Sign in again
      </Link>
    </Notice>
  );
}
