"use client";

import { unstable_rethrow } from "next/navigation";
import {
  createContext,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
  type FormEvent,
} from "react";
import { usePostedAnswer } from "@/components/ui/posted-answer";
import { noteUpdate } from "@/components/ui/shop-updated";
import type { Result } from "@/lib/errors";

export type FormAction<T extends object> = (state: Result<T> | null, form: FormData) => Promise<Result<T>>;

export type AnswerListener = (form: string, answer: Result | null) => void;

/** Told of the answer to every form below it, by the form's name; null is a redirect. */
export const FormAnswers = createContext<AnswerListener>(() => undefined);

/** When a form's work is done: at once, or in turn with others of the page. */
export const FormQueue = createContext(<T>(work: () => Promise<T>): Promise<T> => work());

/**
 * A server action for an `ActionForm`. Without JavaScript the browser posts it. With it, a lost connection is an
 * answer and not a crash, React does not reset the fields, and after a failure the focus goes to the first field that
 * is wrong, or to the message when it is not about a field.
 * @param name tells the page's forms apart: the answer to a posted one comes with the page, under its name
 */
export function useFormAction<T extends object>(action: FormAction<T>, name: string) {
  // Only for what it makes of the action: Next 16.4 drops the state itself on pages that have a static part.
  const [, post] = useActionState(action, null);
  const posted = usePostedAnswer(name);
  const [answer, setAnswer] = useState<Result<T> | null>(null);
  const [isPending, startTransition] = useTransition();
  const ref = useRef<HTMLFormElement>(null);
  const listen = useContext(FormAnswers);
  const inTurn = useContext(FormQueue);
  // A success comes with the page only from an action that gives nothing but that.
  const state = answer ?? (posted as Result<T> | null);
  useEffect(() => {
    if (state && !state.ok && ref.current) focusFirstError(ref.current);
  }, [state]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // The button as well: a form may have several, which lead to different places.
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    if (!isPending)
      startTransition(async () => {
        const received = await inTurn(() => send(action, data));
        // Shown only when the next press will be taken: what follows an await has left the transition.
        startTransition(() => setAnswer(received));
        listen(name, received);
      });
  };
  return { state, isPending, form: { ref, action: post, onSubmit, name } };
}

/** Null when the answer was a redirect, and the router is already on its way; or when `UpdatedNotice` says why. */
async function send<T extends object>(action: FormAction<T>, data: FormData): Promise<Result<T> | null> {
  try {
    return await action(null, data);
  } catch (error) {
    return isRedirect(error) || noteUpdate(error) ? null : { ok: false, code: "unavailable" };
  }
}

function isRedirect(error: unknown): boolean {
  try {
    unstable_rethrow(error);
    return false;
  } catch {
    return true;
  }
}

function focusFirstError(form: HTMLFormElement): void {
  const [first] = form.querySelectorAll<HTMLElement>("[aria-invalid=true]");
  (first ?? form.querySelector<HTMLElement>("[role=alert][tabindex]"))?.focus();
}
