import clsx from "clsx";
import type { Availability } from "@/components/product/availability";

const DOTS: Record<Availability["state"], string> = {
  available: "bg-good",
  few: "bg-brass",
  backorder: "bg-brass",
  unfinished: "border border-edge",
  "sold-out": "border border-dashed border-bad",
  "not-made": "border border-dashed border-bad",
};

/** How things stand with the combination chosen, read out when it changes. */
export function StockLine({ availability: { state, text } }: { availability: Availability }) {
  return (
    <p aria-live="polite" data-testid="stock-status" className="flex items-center gap-2.5 text-sm">
      <span aria-hidden="true" className={clsx("size-2.5 shrink-0 rounded-full", DOTS[state])} />
      {text}
    </p>
  );
}
