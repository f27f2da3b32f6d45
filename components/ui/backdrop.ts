/** The style of what is behind a modal dialog. */
export const BACKDROP =
  "fixed inset-0 min-h-dvh bg-scrim transition-opacity duration-300 ease-calm data-ending-style:opacity-0 data-starting-style:opacity-0 supports-[-webkit-touch-callout:none]:absolute";
