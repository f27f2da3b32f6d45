"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { useCart } from "@/components/cart/context";
import { keepEndReason, useEndReason } from "@/components/session/end-reason";
import { EndedNotice } from "@/components/session/ended-notice";
import { useCoverInBackCache } from "@/components/session/cover";
import { leaveFor } from "@/components/session/departure";
import { isEntry, useFollowing } from "@/components/session/following";
import { useOccasions } from "@/components/session/occasions";
import { useOtherTabs } from "@/components/session/other-tabs";
import { SayHere, useSaidHere } from "@/components/session/said-here";
import { SayShownTo } from "@/components/session/shown-to";
import { type AnswerListener, FormAnswers } from "@/components/ui/form-action";

/**
 * Keeps the page true to who is here: asks when there is reason to, follows what other tabs and forms do, and says why
 * when a session has ended.
 */
export function SessionWatcher({ children }: { children: ReactNode }) {
  const { customer, ended, reload, market } = useCart();
  const reason = useEndReason();
  const { isSaidHere, sayHere } = useSaidHere();
  const pathname = usePathname();
  const [shownTo, sayShownTo] = useState<string>();
  const tag = customer === undefined ? shownTo : (customer?.tag ?? null);

  useOccasions(reload);
  useCoverInBackCache(tag, reload);
  useFollowing(tag);
  useOtherTabs(
    { tag, ended: ended ?? null },
    { onChange: useCallback(() => void reload(), [reload]), onEnd: keepEndReason },
  );
  useEffect(() => {
    if (ended) keepEndReason(ended);
    else if (customer) keepEndReason(null);
  }, [ended, customer]);

  const onAnswer: AnswerListener = useCallback(
    (form, answer) => {
      if (form === "sign-out" && answer?.ok) return leaveFor(`/${market.country}`);
      // What has been saved may be shown beside the page, such as a name; an answer with a cart is all there is to know.
      const isEndAcknowledged = answer?.ok ? "cart" in answer : answer && answer.code !== "signed-out";
      if (!isEndAcknowledged) void reload();
    },
    [reload, market],
  );
  const isShown = reason && customer === null && !isSaidHere && !isEntry(pathname);
  return (
    <FormAnswers value={onAnswer}>
      <SayHere value={sayHere}>
        <SayShownTo value={sayShownTo}>{children}</SayShownTo>
      </SayHere>
      {isShown && (
        <EndedNotice reason={reason} country={market.country} onDismiss={() => keepEndReason(null)} />
      )}
    </FormAnswers>
  );
}
