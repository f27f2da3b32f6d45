/** The style of a link that looks like a chip. */
export const CHIP =
  "inline-flex min-h-11 items-center gap-2 rounded-full border border-edge px-4 text-sm transition-colors hover:border-ink hover:bg-raised";
