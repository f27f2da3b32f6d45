import clsx from "clsx";
import { useId, type ComponentProps } from "react";
import { CONTROL } from "@/components/ui/control-style";
import { FieldFrame, getFieldAria, type FieldText } from "@/components/ui/field-frame";

type FieldProps = FieldText & ComponentProps<"input"> & { name: string; inputClassName?: string };

/** A labelled text input with its hint and its error. `className` is the frame's; anything else is the input's. */
export function Field({ label, hint, error, className, inputClassName, id, ...input }: FieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <FieldFrame
      id={fieldId}
      label={label}
      hint={hint}
      error={error}
      isOptional={!input.required}
      {...(className ? { className } : {})}
    >
      <input
        type="text"
        {...input}
        id={fieldId}
        {...getFieldAria(fieldId, { hint, error })}
        className={clsx(CONTROL, inputClassName)}
      />
    </FieldFrame>
  );
}
