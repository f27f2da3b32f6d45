import clsx from "clsx";

/** Greys amounts while the server recomputes them. */
export function getUpdatingStyle(isUpdating: boolean, className: string): string {
  return clsx(className, "transition-colors", isUpdating && "text-muted");
}
