"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { writeStored } from "@/components/browser-storage";
import { keepTyped, restoreTyped } from "@/components/session/typed-forms";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { isOutdated, subscribeToUpdate } from "@/components/ui/shop-updated";

/** Said when the shop was deployed anew under an open page, whose forms the server no longer knows. */
export function UpdatedNotice() {
  const isShown = useSyncExternalStore(subscribeToUpdate, isOutdated, () => false);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(restoreTyped, []);
  useEffect(() => {
    if (isShown) notice.current?.querySelector("button")?.focus();
  }, [isShown]);
  if (!isShown) return null;
  const canKeep = writeStored("sessionStorage", "cloakroom-probe", null);
  return (
    <div ref={notice} className="fixed inset-x-0 bottom-0 z-60 mx-auto w-full max-w-lg p-4">
      <Notice role="alert" data-testid="shop-updated" className="shadow-lifted">
        <p className="font-medium">The shop has been updated since you opened this page.</p>
        <p className="mt-1">
          Nothing was changed. Reload to go on{canKeep ? "; what you typed is kept." : "."}
        </p>
        <Button
          className="mt-3"
          onClick={() => {
            keepTyped();
            location.reload();
          }}
        >
          Reload
        </Button>
      </Notice>
    </div>
  );
}
