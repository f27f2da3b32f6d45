"use client";

import { type ReactNode, useEffect, useRef } from "react";
import type { Step } from "@/lib/checkout/steps";
import { useRouter } from "next/navigation";
import type { Result } from "@/lib/errors";
import clsx from "clsx";

/** Adds the step to the URL of a bare `/checkout`, so that Back returns to it. */
export function StepUrl({ step }: { step: Step }) {
  useEffect(() => {
    const url = new URL(location.href);
    if (url.searchParams.has("step")) return;
    url.searchParams.set("step", step);
    history.replaceState(null, "", url);
  }, [step]);
  return null;
}

/** Redirects in the browser; without JavaScript this page has the same content. */
export function RedirectOnClient({ to }: { to: string }) {
  const router = useRouter();
  useEffect(() => router.replace(to), [router, to]);
  return null;
}

/** Refreshes the page after a refusal, as its options or the cart have changed. */
export function useRefreshAfterRefusal(state: Result | null): void {
  const router = useRouter();
  useEffect(() => {
    if (state?.ok === false && state.code !== "unavailable") router.refresh();
  }, [state, router]);
}

type StepHeadingProps = { isCurrent: boolean; isAhead: boolean; children: ReactNode };

/** The title of a step. Takes the focus after a client-side navigation, as the form that had it is gone. */
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
