"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { Failure } from "@/lib/errors";

const Posted = createContext<Failure | null>(null);

/** Gives the forms below it the answer to the one that was just posted without JavaScript. */
export function PostedAnswer({ answer, children }: { answer: Failure | null; children: ReactNode }) {
  return <Posted value={answer}>{children}</Posted>;
}

/** That answer, if it is to the form of this name. */
export function usePostedAnswer(form: string): Failure | null {
  const answer = useContext(Posted);
  return answer?.values?.form === form ? answer : null;
}
