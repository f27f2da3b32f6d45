"use client";

import { placeOrder } from "./actions";
import { useRefreshAfterRefusal } from "./step-navigation";
import { ActionForm } from "@/components/ui/action-form";
import { FormResults, type ResultListener, useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import { useCallback, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import { useFlash } from "@/components/ui/flash";
import type { Result } from "@/lib/errors";
import type { Step } from "@/lib/checkout/steps";

type ReviewFormProps = {
  country: string;
  checksum: string;
  total: string;
  /** What the payment provider says about it. */
  children: ReactNode;
};

/** Places the order. The checksum makes sure that it is for the cart on this page. */
export function ReviewForm({ country, checksum, total, children }: ReviewFormProps) {
  const { state, form } = useFormAction(placeOrder, "order");
  useRefreshAfterRefusal(state);
  return (
    <ActionForm form={form} className="mt-5">
      <input type="hidden" name="country" value={country} />
      <input type="hidden" name="checksum" value={checksum} />
      <FormError state={state} testId="manual-payment-error-message" className="mb-5" />
      <SubmitButton size="large" data-testid="submit-order-button" className="w-full sm:w-auto">
        Place order · {total}
      </SubmitButton>
      {children}
    </ActionForm>
  );
}

/**
 * Shows why an order was refused if the refreshed page is back at an earlier step, where the review form with its message
 * is gone. The form may even be gone before its result: Next refreshes the page together with a result that sets a cookie,
 * such as a rotated session token. The message is above all steps, so it takes the focus.
 */
export function OrderRefusal({ step, children }: { step: Step; children: ReactNode }) {
  const posted = useFlash("order");
  const [result, setResult] = useState<Result | null>(posted);
  const listen = useContext(FormResults);
  const onResult: ResultListener = useCallback(
    (form, received) => {
      // A later form means that the message has been read.
      setResult(form === "order" ? received : null);
      listen(form, received);
    },
    [listen],
  );
  const isShown = step !== "review" && result?.ok === false;
  const message = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isShown) message.current?.focus();
  }, [isShown]);
  return (
    <FormResults value={onResult}>
      {isShown && <FormError ref={message} state={result} testId="order-refusal" className="mb-6" />}
      {children}
    </FormResults>
  );
}
