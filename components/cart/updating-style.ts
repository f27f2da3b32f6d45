import clsx from "clsx";

/** Amounts step back while the server works them out anew: what they say is about to change. */
export function getUpdatingStyle(isUpdating: boolean, className: string): string {
  return clsx(className, "transition-colors", isUpdating && "text-muted");
}
