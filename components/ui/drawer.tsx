"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import clsx from "clsx";
import type { ReactNode } from "react";
import { BACKDROP, type DialogProps } from "@/components/ui/dialog";
import { DialogHeader } from "@/components/ui/dialog-header";

/**
 * A dialog at the right edge, as high as the window: `children` scroll, `footer` stays in view. A positioned Dialog,
 * not Base UI's Drawer: that one adds gestures, several times the script, and nothing this shop needs.
 */
export function Drawer({
  isOpen,
  onOpenChange,
  title,
  testId,
  footer,
  children,
}: DialogProps & { footer?: ReactNode }) {
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
          <DialogHeader title={title} />
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6">{children}</div>
          {footer && <div className="border-t border-line px-6 py-5">{footer}</div>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
