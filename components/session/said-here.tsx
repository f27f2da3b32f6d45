"use client";

import { createContext, useContext, useEffect, useMemo, useState } from "react";
import { useCart } from "@/components/cart/context";
import { keepEndReason } from "@/components/session/end-reason";

/** Called by a page that says itself why the session is over; gives what to call when that page is left. */
export const SayHere = createContext<() => () => void>(() => () => undefined);

/** Whether the page says it itself, and what to hand to it as `SayHere`. */
export function useSaidHere() {
  const [isSaidHere, setSaidHere] = useState(false);
  const sayHere = useMemo(
    () => () => {
      setSaidHere(true);
      return () => {
        setSaidHere(false);
        keepEndReason(null);
      };
    },
    [],
  );
  return { isSaidHere, sayHere };
}

/** On a page that the server has made for a session that is over: nothing more needs saying, and the rest may know. */
export function EndSaidHere() {
  const sayHere = useContext(SayHere);
  const { reload } = useCart();
  useEffect(() => {
    void reload();
    return sayHere();
  }, [sayHere, reload]);
  return null;
}
