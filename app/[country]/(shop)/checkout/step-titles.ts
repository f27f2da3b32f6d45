import type { Step } from "@/lib/checkout/steps";

/** What each step of the checkout is called on the page. */
export const STEP_TITLES: Record<Step, string> = {
  address: "Address",
  delivery: "Delivery",
  payment: "Payment",
  review: "Review",
};
