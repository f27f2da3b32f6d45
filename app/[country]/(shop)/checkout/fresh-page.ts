"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import type { Result } from "@/lib/errors";

/** Asks for the page anew after a refusal: what it offers, or what is in the cart, is no longer what it was. */
export function useFreshPage(state: Result | null): void {
  const router = useRouter();
  useEffect(() => {
    if (state?.ok === false && state.code !== "unavailable") router.refresh();
  }, [state, router]);
}
