"use client";

import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { useCart } from "@/components/cart/store/use-cart";
import { storeEndReason } from "@/components/session/use-end-reason";

/** Suppresses the notice while a page itself shows why the session ended. Returns a function that ends that. */
export const EndNoticeContext = createContext<() => () => void>(() => () => undefined);

/** Returns whether the notice is suppressed, and the value for `EndNoticeContext`. */
export function useEndNoticeState() {
  const [isSuppressed, setSuppressed] = useState(false);
  const suppress = useMemo(
    () => () => {
      setSuppressed(true);
      return () => {
        setSuppressed(false);
        storeEndReason(null);
      };
    },
    [],
  );
  return { isSuppressed, suppress };
}

/** Suppresses the notice on a page that the server has rendered for an ended session. */
export function SuppressEndNotice() {
  const suppress = useContext(EndNoticeContext);
  const { reload } = useCart();
  useEffect(() => {
    void reload();
    return suppress();
  }, [suppress, reload]);
  return null;
}
