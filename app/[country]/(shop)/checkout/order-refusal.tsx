"use client";

import { createContext, useContext, useState, type ReactNode } from "react";
import { FormError } from "@/components/ui/form-error";
import { usePostedAnswer } from "@/components/ui/posted-answer";
import type { Result } from "@/lib/errors";
import type { Step } from "@/lib/checkout/step";

const Refusal = createContext<(answer: Result | null) => void>(() => undefined);

/** For the form that orders: keeps what stood in its way, or forgets it. */
export function useRefusal() {
  return useContext(Refusal);
}

/**
 * Says why an order was refused when the cart, seen anew, leads back to an earlier step: the form that was pressed is
 * gone by then, and its message with it.
 */
export function OrderRefusal({ step, children }: { step: Step; children: ReactNode }) {
  const posted = usePostedAnswer("order");
  const [answer, setAnswer] = useState<Result | null>(posted);
  return (
    <Refusal value={setAnswer}>
      {step !== "review" && <FormError state={answer} testId="order-refusal" className="mb-6" />}
      {children}
    </Refusal>
  );
}
