"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";

/** The button of a form: busy while the form's action runs. */
export function SubmitButton(props: Omit<ComponentProps<typeof Button>, "isBusy" | "type">) {
  const { pending } = useFormStatus();
  return <Button {...props} type="submit" isBusy={pending} />;
}
