import Link from "next/link";
import type { ReactNode } from "react";
import { StepHeading } from "./step-navigation";
import type { StepProps } from "./steps";
import { Icon } from "@/components/ui/icon";
import { getNextStep, listSteps, type Step } from "@/lib/checkout/steps";

type StepSectionProps = StepProps & {
  step: Step;
  current: Step;
  /** Shown if the step is complete and not the current one. */
  summary?: ReactNode;
  children: ReactNode;
};

/** A step of the checkout. Its form is rendered only if it is the current one. */
export function StepSection({ step, current, cart, market, summary, children }: StepSectionProps) {
  const steps = listSteps(cart);
  const index = steps.indexOf(step);
  const isCurrent = step === current;
  const isDone = !isCurrent && summary !== undefined && index < steps.indexOf(getNextStep(cart));
  const title = STEP_TITLES[step];
  return (
    <li aria-current={isCurrent ? "step" : undefined} className="border-t border-line py-5 lg:py-7">
      <div className="flex items-center gap-3">
        <span aria-hidden="true" className="grid size-8 shrink-0 place-items-center">
          {isDone ? (
            <Icon name="check" className="size-5 text-good" />
          ) : (
            <span
              className={
                isCurrent
                  ? "display text-2xl text-accent-text lining-nums"
                  : "display text-xl text-muted lining-nums"
              }
            >
              {index + 1}
            </span>
          )}
        </span>
        <StepHeading isCurrent={isCurrent} isAhead={!isCurrent && !isDone}>
          {title}
        </StepHeading>
        {isDone && (
          <Link
            href={`/${market.country}/checkout?step=${step}`}
            prefetch={false}
            data-testid={`edit-${step}-button`}
            className="-my-2 -mr-2 ml-auto flex min-h-11 items-center px-2 text-sm link"
          >
            Edit<span className="sr-only"> {title.toLowerCase()}</span>
          </Link>
        )}
      </div>
      {isCurrent && <div className="pt-6 lg:pl-11">{children}</div>}
      {isDone && <div className="pt-2 pl-11 text-sm">{summary}</div>}
    </li>
  );
}

/** The titles of the steps. */
export const STEP_TITLES: Record<Step, string> = {
  address: "Address",
  delivery: "Delivery",
  payment: "Payment",
  review: "Review",
};
