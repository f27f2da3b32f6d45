"use client";

import { useEffect, useRef, useSyncExternalStore } from "react";
import { writeStored } from "@/components/browser-storage";
import { storeTypedForms, restoreTypedForms } from "@/components/session/typed-forms";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { isBuildOutdated, subscribeToNewBuild } from "@/components/ui/new-build";

/** Shown when the page belongs to an older build, whose actions the server does not know any more. */
export function NewBuildNotice() {
  const isShown = useSyncExternalStore(subscribeToNewBuild, isBuildOutdated, () => false);
  const notice = useRef<HTMLDivElement>(null);
  useEffect(restoreTypedForms, []);
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
            storeTypedForms();
            location.reload();
          }}
        >
          Reload
        </Button>
      </Notice>
    </div>
  );
}
