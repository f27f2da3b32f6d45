"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import type { ReactNode } from "react";
import { BACKDROP } from "@/components/ui/backdrop";
import { Icon } from "@/components/ui/icon";

type DrawerProps = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: string;
  testId: string;
  footer?: ReactNode;
  children: ReactNode;
};

/**
 * A modal dialog at the right edge, with focus trap; Escape and the backdrop close it. `children` scroll, `footer` stays
 * in view. Not Base UI's Drawer, which adds gestures and several times the script.
 */
export function Drawer({ isOpen, onOpenChange, title, testId, footer, children }: DrawerProps) {
  return (
    <Base.Root open={isOpen} onOpenChange={onOpenChange}>
      <Base.Portal>
        <Base.Backdrop className={BACKDROP} />
        <Base.Popup
          data-testid={testId}
          className={clsx(
            "fixed inset-y-0 right-0 flex h-dvh w-full max-w-md flex-col bg-paper text-ink shadow-lifted outline-none",
            "transition-transform duration-400 ease-calm data-ending-style:translate-x-full data-starting-style:translate-x-full",
          )}
        >
          <DrawerHeader title={title} />
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 pb-1">{children}</div>
          {footer && <div className="border-t border-line px-6 py-5">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** The title and the close button. */
function DrawerHeader({ title }: { title: string }) {
  return (
    <div className="flex items-center justify-between gap-4 py-4 pr-3 pl-6">
      <Base.Title className="display text-xl">{title}</Base.Title>
      <Base.Close
        data-testid="close-modal-button"
        aria-label="Close"
        className="grid size-11 place-items-center rounded-sm transition-colors hover:bg-sunken"
      >
        <Icon name="close" />
      </Base.Close>
    </div>
  );
}
