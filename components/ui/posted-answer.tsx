"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { Posted as Answer } from "@/lib/answer";

const Posted = createContext<Answer | null>(null);

/** Gives the forms below it the answer to the one that was just posted without JavaScript. */
export function PostedAnswer({ answer, children }: { answer: Answer | null; children: ReactNode }) {
  return <Posted value={answer}>{children}</Posted>;
}

/** That answer, if it is to the form of this name. */
export function usePostedAnswer(form: string): Answer | null {
  const answer = useContext(Posted);
  return answer?.values?.form === form ? answer : null;
}
