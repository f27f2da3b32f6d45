"use client";

import { usePathname } from "next/navigation";
import type { ErrorCode } from "@/lib/errors";
import { RECOVERIES } from "@/lib/recovery";

/**
 * The way out of a failure, where that is not on this page: a link to the page that can mend it, or to this one anew.
 * A plain link, so that the whole page is asked for again, whatever the router has kept.
 */
export function WayOutLink({ code }: { code: ErrorCode }) {
  const pathname = usePathname();
  const wayOut = RECOVERIES[code];
  if (wayOut.kind !== "page" && wayOut.kind !== "reload") return null;
  const country = pathname.split("/")[1] ?? "";
  const href = wayOut.kind === "page" ? `/${country}${wayOut.path}` : "";
  if (href === pathname) return null;
  return (
    <a href={href} data-testid="way-out-link" className="font-medium link">
      {wayOut.kind === "page" ? wayOut.label : "Load this page again"}
    </a>
  );
}
