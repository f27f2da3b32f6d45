/** The style of inputs and selects; 48 px high for touch. */
export const CONTROL =
  "w-full min-h-12 rounded-sm border border-edge bg-raised px-3.5 py-2.5 text-base text-ink transition-colors placeholder:text-muted hover:border-ink aria-invalid:border-2 aria-invalid:border-bad disabled:cursor-not-allowed disabled:border-dashed disabled:bg-transparent disabled:text-muted";
