"use client";

import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { useCart } from "@/components/cart/context";
import { storeEndReason } from "@/components/session/use-end-reason";

/** Called by a page that shows itself why the session ended; returns what to call when the page is left. */
export const SuppressEndNotice = createContext<() => () => void>(() => () => undefined);

/** Whether a page shows the reason itself, and the value for `SuppressEndNotice`. */
export function useEndNoticeSuppression() {
  const [isSuppressed, setSaidHere] = useState(false);
  const suppress = useMemo(
    () => () => {
      setSaidHere(true);
      return () => {
        setSaidHere(false);
        storeEndReason(null);
      };
    },
    [],
  );
  return { isSuppressed, suppress };
}

/** Suppresses the notice on a page that the server has rendered for an ended session. */
export function EndNoticeSuppressor() {
  const suppress = useContext(SuppressEndNotice);
  const { reload } = useCart();
  useEffect(() => {
    void reload();
    return suppress();
  }, [suppress, reload]);
  return null;
}
