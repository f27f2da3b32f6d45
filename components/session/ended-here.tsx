import Link from "next/link";
import { getEntryHref } from "@/components/account/entry-address";
import { getEndText } from "@/components/session/end-text";
import { EndSaidHere } from "@/components/session/said-here";
import { Notice } from "@/components/ui/notice";
import type { EndReason } from "@/lib/session/rotation";

type EndedHereProps = { reason: EndReason; country: string; next: string };

/** On a page that a guest may use as well: why it is not the customer's any more, and the way back. */
export function EndedHere({ reason, country, next }: EndedHereProps) {
  return (
    <Notice data-testid="session-ended" className="mb-6">
      <EndSaidHere />
      {getEndText(reason)}{" "}
      <Link href={getEntryHref(country, "login", next)} prefetch={false} className="font-medium link">
        Sign in again
      </Link>
    </Notice>
  );
}
