"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { Step } from "@/lib/checkout/steps";
import { useRouter } from "next/navigation";
import type { Result } from "@/lib/errors";
import clsx from "clsx";

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

/** Sends the browser on to another page; without JavaScript this one says the same. */
export function RedirectOnClient({ to }: { to: string }) {
  const router = useRouter();
  useEffect(() => router.replace(to), [router, to]);
  return null;
}

/** Asks for the page anew after a refusal: what it offers, or what is in the cart, is no longer what it was. */
export function useRefreshAfterRefusal(state: Result | null): void {
  const router = useRouter();
  useEffect(() => {
    if (state?.ok === false && state.code !== "unavailable") router.refresh();
  }, [state, router]);
}

type StepHeadingProps = { isCurrent: boolean; isAhead: boolean; children: ReactNode };

/**
 * The name of a step. When the router, and not the browser, has brought up the step, the focus goes there: the form
 * that had it is gone. On a page of its own the browser starts at the top, as people expect.
 */
export function StepHeading({ isCurrent, isAhead, children }: StepHeadingProps) {
  const ref = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const [loaded] = performance.getEntriesByType("navigation");
    if (isCurrent && loaded && loaded.name !== location.href) ref.current?.focus();
  }, [isCurrent]);
  return (
    <h2
      ref={ref}
      tabIndex={isCurrent ? -1 : undefined}
      className={clsx(
        "scroll-mt-28 display outline-none",
        isCurrent ? "text-2xl" : "text-xl",
        isAhead && "text-muted",
      )}
    >
      {children}
    </h2>
  );
}
