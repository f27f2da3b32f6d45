import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";

type EmailInputProps = Omit<ComponentProps<typeof Field>, "name" | "type" | "label"> & { label?: string };

/** An e-mail field: with the right keyboard on a phone, without autocorrection. */
export function EmailInput({ label = "E-mail", ...rest }: EmailInputProps) {
  return (
    <Field
      name="email"
      label={label}
      type="email"
      autoComplete="email"
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      required
      {...rest}
    />
  );
}
