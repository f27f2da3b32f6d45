"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import type { ReactNode } from "react";
import { DialogHeader } from "@/components/ui/dialog-header";

export type DialogProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  testId?: string;
  children: ReactNode;
};

export const BACKDROP =
  "fixed inset-0 min-h-dvh bg-scrim transition-opacity duration-300 ease-calm data-ending-style:opacity-0 data-starting-style:opacity-0 supports-[-webkit-touch-callout:none]:absolute";

/** A window over the page: focus is kept inside, Escape and the backdrop close it, focus goes back where it was. */
export function Dialog({ isOpen, onOpenChange, title, testId, children }: DialogProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Popup
          data-testid={testId}
          className={clsx(
            "fixed inset-x-0 bottom-0 mx-auto max-h-[92dvh] w-full max-w-xl overflow-y-auto overscroll-contain bg-paper text-ink shadow-lifted outline-none",
            "sm:top-1/2 sm:bottom-auto sm:max-h-[86dvh] sm:-translate-y-1/2 sm:rounded-md",
            "transition-[translate,opacity] duration-300 ease-calm data-ending-style:translate-y-4 data-ending-style:opacity-0 data-starting-style:translate-y-4 data-starting-style:opacity-0",
            "sm:data-ending-style:-translate-y-[46%] sm:data-starting-style:-translate-y-[46%]",
          )}
        >
          <DialogHeader title={title} />
          <div className="px-6 pb-6">{children}</div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
