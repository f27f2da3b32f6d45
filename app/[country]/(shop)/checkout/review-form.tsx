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

type ReviewFormProps = { country: string; checksum: string; total: string };

/** Places the order that this page shows, and no other: the cart is compared with what was agreed to. */
export function ReviewForm({ country, checksum, total }: ReviewFormProps) {
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
      <p className="mt-3 text-xs text-muted">By placing the order you agree to pay {total}.</p>
    </ActionForm>
  );
}

/**
 * Says why an order was refused when the cart, seen anew, leads back to an earlier step: the form that was pressed is
 * gone by then, and its message with it. It can be gone before it has the answer: the page comes anew with the answer
 * where that brings a cookie, such as a renewed session's. The message takes the focus from the step that has come up: it
 * stands above all steps, and whoever has pressed the button is further down.
 */
export function OrderRefusal({ step, children }: { step: Step; children: ReactNode }) {
  const posted = useFlash("order");
  const [result, setAnswer] = useState<Result | null>(posted);
  const listen = useContext(FormResults);
  const onResult: ResultListener = useCallback(
    (form, received) => {
      // Whoever has gone on since has read it.
      setAnswer(form === "order" ? received : null);
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
