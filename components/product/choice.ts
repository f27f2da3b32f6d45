"use client";

import { useEffect, useRef, useState, type FormEvent } from "react";
import type { Choice } from "@/components/product/availability";

const PREFIX = "option:";

function readChoice(form: HTMLFormElement): Choice {
  const choice: Choice = {};
  for (const [name, value] of new FormData(form)) {
    if (name.startsWith(PREFIX) && typeof value === "string") choice[name.slice(PREFIX.length)] = value;
  }
  return choice;
}

/**
 * What is chosen in a form of radio buttons, which keep their own state: on a slow line a shopper may have chosen
 * before this script arrived, and going back in the browser brings the choice back too. `missing` is the option that
 * was left out when the form was sent; the browser checks that, this replaces its bubble.
 */
export function useChoice(initial: Choice) {
  const formRef = useRef<HTMLFormElement>(null);
  const [choice, setChoice] = useState(initial);
  const [missing, setMissing] = useState<string | null>(null);

  useEffect(() => {
    if (formRef.current) setChoice(readChoice(formRef.current));
  }, []);

  function onChange(event: FormEvent<HTMLFormElement>) {
    setChoice(readChoice(event.currentTarget));
    setMissing(null);
  }

  function onInvalidCapture(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const first = event.currentTarget.querySelector<HTMLInputElement>("input:invalid");
    if (!first || first !== event.target) return;
    setMissing(first.name.slice(PREFIX.length));
    first.focus();
  }

  return { choice, missing, formProps: { ref: formRef, onChange, onInvalidCapture } };
}
