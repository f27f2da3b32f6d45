import type { Availability } from "@/components/product/availability";
import { Button } from "@/components/ui/button";

const TEXTS: Record<Availability["state"], string> = {
  available: "Add to cart",
  few: "Add to cart",
  backorder: "Add to cart",
  unfinished: "Add to cart",
  "sold-out": "Sold out",
  "not-made": "Not available",
};

/** Puts the chosen combination into the cart, or says why it cannot. */
export function AddButton({ state }: { state: Availability["state"] }) {
  const isImpossible = state === "sold-out" || state === "not-made";
  return (
    <Button
      type="submit"
      size="large"
      disabled={isImpossible}
      data-testid="add-product-button"
      className="w-full"
    >
      {TEXTS[state]}
    </Button>
  );
}
