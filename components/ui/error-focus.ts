"use client";

import { useEffect, useRef, type RefObject } from "react";
import type { Result } from "@/lib/errors";

/**
 * A ref for a form: when its action fails, focus goes to the first field that is wrong, or to the message when it
 * is not about a field. Without JavaScript the answered page does the same through `autofocus`.
 */
export function useErrorFocus(state: Result | null): RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (!state || state.ok) return;
    const [field] = form.current?.querySelectorAll<HTMLElement>("[aria-invalid=true]") ?? [];
    const target = field ?? form.current?.querySelector<HTMLElement>("[role=alert][tabindex]");
    target?.focus();
  }, [state]);
  return form;
}
