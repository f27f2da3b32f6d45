"use client";

import { usePathname } from "next/navigation";
import type { ErrorCode } from "@/lib/errors";
import { RECOVERIES } from "@/lib/recovery";

/**
 * A link to recover from an error: to another page, or a reload of this one. A plain link, which bypasses the router's
 * cache.
 */
export function RecoveryLink({ code }: { code: ErrorCode }) {
  const pathname = usePathname();
  const recovery = RECOVERIES[code];
  if (recovery.kind !== "page" && recovery.kind !== "reload") return null;
  const country = pathname.split("/")[1] ?? "";
  const href = recovery.kind === "page" ? `/${country}${recovery.path}` : "";
  if (href === pathname) return null;
  return (
    <a href={href} data-testid="way-out-link" className="font-medium link">
      {recovery.kind === "page" ? recovery.label : "Load this page again"}
    </a>
  );
}
