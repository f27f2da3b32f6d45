import { STEP_TITLES } from "./step-titles";
import { Notice } from "@/components/ui/notice";
import { STEPS, type Step } from "@/lib/checkout/steps";

type StepNoticeProps = { wanted: string | undefined; step: Step; isShipped: boolean };

/** Says why one is not where the address asked to be. */
export function StepNotice({ wanted, step, isShipped }: StepNoticeProps) {
  if (wanted === undefined || wanted === step) return null;
  const isStep = STEPS.some((name) => name === wanted);
  if (wanted === "delivery" && !isShipped)
    return (
      <Notice data-testid="step-notice" className="mb-6">
        Nothing in your cart is shipped, so there is no delivery to choose.
      </Notice>
    );
  const here = STEP_TITLES[step].toLowerCase();
  return (
    <Notice data-testid="step-notice" className="mb-6">
      {isStep
        ? `One thing before that: the ${here} is still missing.`
        : `The checkout has no step of that name, so here is the ${here}.`}
    </Notice>
  );
}
