import type { ComponentProps } from "react";
import { Field } from "@/components/ui/field";

type EmailInputProps = Omit<ComponentProps<typeof Field>, "name" | "type" | "label"> & { label?: string };

/** A field for an e-mail address: the right keys on a phone, and nothing that corrects it. */
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
