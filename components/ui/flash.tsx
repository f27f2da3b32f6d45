"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { FlashMessage } from "@/lib/forms/flash";

const FlashContext = createContext<FlashMessage | null>(null);

/** Provides the forms below with the flash message of the last post without JavaScript. */
export function FlashProvider({ flash, children }: { flash: FlashMessage | null; children: ReactNode }) {
  return <FlashContext value={flash}>{children}</FlashContext>;
}

/** The flash message, if it is for the form with this name. */
export function useFlash(form: string): FlashMessage | null {
  const flash = useContext(FlashContext);
  return flash?.values?.form === form ? flash : null;
}
