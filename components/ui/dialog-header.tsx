"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { Icon } from "@/components/ui/icon";

/** The name of a dialog or drawer, and the way out of it. */
export function DialogHeader({ title }: { title: string }) {
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
