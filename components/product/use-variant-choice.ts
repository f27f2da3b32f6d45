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
 * The chosen option values, read from uncontrolled radio buttons: they may have been chosen before the script arrived, or
 * restored by the browser on Back. `missing`: the option without a value at the last submit, found by the browser's own
 * validation, whose bubble this replaces.
 */
export function useVariantChoice(initial: Choice) {
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
