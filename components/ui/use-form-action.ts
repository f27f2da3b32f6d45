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
import { useFlash } from "@/components/ui/flash";
import { noteNewBuild } from "@/components/ui/new-build";
import type { Failure, Result } from "@/lib/errors";

export type FormAction<T extends object> = (state: Result<T> | null, form: FormData) => Promise<Result<T>>;

export type ResultListener = (form: string, result: Result | null) => void;

/** Called with the result of every form below, by the form's name; null for a redirect. */
export const FormResults = createContext<ResultListener>(() => undefined);

/** Runs a form's work: at once by default, or in a queue. */
export const FormQueue = createContext(<T>(work: () => Promise<T>): Promise<T> => work());

/**
 * A server action for an `ActionForm`. Without JavaScript the browser posts the form. With it, a lost connection becomes
 * a failed result, React does not reset the fields, and after a failure the focus moves to the first invalid field, or to
 * the message.
 * @param name of the form, by which the flash message of a post is found
 * @returns `state`: the last result; `failure`: the same if it is one; `form`: for `ActionForm`
 */
export function useFormAction<T extends object>(action: FormAction<T>, name: string) {
  // Only for the action: Next 16.4 loses the state on pages with a static part.
  const [, post] = useActionState(action, null);
  const posted = useFlash(name);
  const [result, setResult] = useState<Result<T> | null>(null);
  const [isPending, startTransition] = useTransition();
  const ref = useRef<HTMLFormElement>(null);
  const listen = useContext(FormResults);
  const enqueue = useContext(FormQueue);
  // Only a success without data is flashed.
  const state = result ?? (posted as Result<T> | null);
  useEffect(() => {
    if (state && !state.ok && ref.current) focusFirstError(ref.current);
  }, [state]);

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    // Includes the submit button: a form may have several.
    const { submitter } = event.nativeEvent as SubmitEvent;
    const data = new FormData(event.currentTarget, submitter);
    if (!isPending)
      startTransition(async () => {
        const received = await enqueue(() => send(action, data));
        // State updates after `await` are outside the transition; wrapped again, so that the result appears together with
        // the enabled button.
        startTransition(() => setResult(received));
        listen(name, received);
      });
  };
  const failure: Failure | null = state?.ok === false ? state : null;
  return { state, failure, isPending, form: { ref, action: post, onSubmit, name } };
}

/** Null for a redirect, which the router follows, and for an older build, which `NewBuildNotice` reports. */
async function send<T extends object>(action: FormAction<T>, data: FormData): Promise<Result<T> | null> {
  try {
    return await action(null, data);
  } catch (error) {
    return isRedirect(error) || noteNewBuild(error) ? null : { ok: false, code: "unavailable" };
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
