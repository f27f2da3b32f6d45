"use client";

import { createContext, useContext, type ReactNode } from "react";
import type { FlashMessage as Answer } from "@/lib/http/flash";

const FlashMessage = createContext<Answer | null>(null);

/** Gives the forms below it the answer to the one that was just posted without JavaScript. */
export function PostedAnswer({ answer, children }: { answer: Answer | null; children: ReactNode }) {
  return <FlashMessage value={answer}>{children}</FlashMessage>;
}

/** That answer, if it is to the form of this name. */
export function usePostedAnswer(form: string): Answer | null {
  const answer = useContext(FlashMessage);
  return answer?.values?.form === form ? answer : null;
}
