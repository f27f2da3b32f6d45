import type { ComponentProps, ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";

type DismissibleNoticeProps = ComponentProps<typeof Notice> & { onDismiss: () => void; children: ReactNode };

/** A notice over the page, with a button to dismiss it. */
export function DismissibleNotice({ onDismiss, children, ...rest }: DismissibleNoticeProps) {
  return (
    <Notice {...rest} className="pointer-events-auto shadow-lifted">
      <div className="flex items-start justify-between gap-4">
        {children}
        <button
          type="button"
          aria-label="Dismiss"
          onClick={onDismiss}
          className="-my-2.5 -mr-3 grid size-11 shrink-0 place-items-center rounded-sm hover:bg-sunken"
        >
          <Icon name="close" className="size-4" />
        </button>
      </div>
    </Notice>
  );
}
