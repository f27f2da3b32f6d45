"use client";

import { usePathname } from "next/navigation";
import { useCallback, useEffect, useState, type ReactNode } from "react";
import { useCart } from "@/components/cart/store/use-cart";
import { storeEndReason, useEndReason } from "@/components/session/use-end-reason";
import { SessionEndedNotice } from "@/components/session/session-ended-notice";
import { useBfcacheGuard } from "@/components/session/use-bfcache-guard";
import { hardNavigate, releaseReload } from "@/components/session/hard-navigation";
import { useReloadOnIdentityChange } from "@/components/session/use-reload-on-identity-change";
import { useRevalidateOnFocus } from "@/components/session/use-revalidate-on-focus";
import { useSessionBroadcast } from "@/components/session/use-session-broadcast";
import { EndNoticeContext, useEndNoticeState } from "@/components/session/suppress-end-notice";
import { RenderedForContext } from "@/components/session/rendered-for";
import { type ResultListener, FormResults } from "@/components/ui/use-form-action";
import { isSignInPage } from "@/lib/pages";

/**
 * Keeps the page in step with the session: revalidates, listens to other tabs and to form results, and shows why a session
 * has ended.
 */
export function SessionWatcher({ children }: { children: ReactNode }) {
  const { customer, ended, reload, market } = useCart();
  const reason = useEndReason();
  const { isSuppressed, suppress } = useEndNoticeState();
  const pathname = usePathname();
  const [renderedFor, reportRenderedFor] = useState<string>();
  const tag = customer === undefined ? renderedFor : (customer?.tag ?? null);

  useRevalidateOnFocus(reload);
  useBfcacheGuard(tag, reload);
  useReloadOnIdentityChange(tag);
  useSessionBroadcast(
    { tag, ended: ended ?? null },
    { onChange: useCallback(() => void reload(), [reload]), onEnd: storeEndReason },
  );
  useEffect(() => {
    if (ended) storeEndReason(ended);
    else if (customer) storeEndReason(null);
  }, [ended, customer]);

  const onResult: ResultListener = useCallback(
    (form, result) => {
      if (form === "sign-out") {
        if (result?.ok) return hardNavigate(`/${market.country}`);
        releaseReload();
      }
      // Reloads after a saved form, which may change the name in the header, but not after a cart result.
      const isUpToDate = result?.ok ? "cart" in result : result && result.code !== "signed-out";
      if (!isUpToDate) void reload();
    },
    [reload, market],
  );
  const isShown = reason && customer === null && !isSuppressed && !isSignInPage(pathname);
  return (
    <FormResults value={onResult}>
      <EndNoticeContext value={suppress}>
        <RenderedForContext value={reportRenderedFor}>{children}</RenderedForContext>
      </EndNoticeContext>
      {isShown && (
        <SessionEndedNotice reason={reason} country={market.country} onDismiss={() => storeEndReason(null)} />
      )}
    </FormResults>
  );
}
