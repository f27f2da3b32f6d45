"use client";

import { useCallback, useContext, useEffect, useRef, useState, type ReactNode } from "react";
import { type ResultListener, FormResults } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { useFlash } from "@/components/ui/flash";
import type { Result } from "@/lib/errors";
import type { Step } from "@/lib/checkout/steps";

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
