"use client";

import clsx from "clsx";
import { useEffect, useRef, type ReactNode } from "react";

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
