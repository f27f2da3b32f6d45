"use client";

import { useEffect } from "react";
import type { Step } from "@/lib/checkout/steps";

/** Writes the step into a bare `/checkout`, so that Back leads to it and not to whichever is next by then. */
export function StepUrl({ step }: { step: Step }) {
  useEffect(() => {
    const url = new URL(location.href);
    if (url.searchParams.has("step")) return;
    url.searchParams.set("step", step);
    history.replaceState(null, "", url);
  }, [step]);
  return null;
}
