import clsx from "clsx";
import { useId, type ComponentProps } from "react";
import { CONTROL } from "@/components/ui/control-style";
import { FieldFrame, getFieldAria, type FieldText } from "@/components/ui/field-frame";
import { Icon } from "@/components/ui/icon";

type SelectFieldProps = FieldText & ComponentProps<"select"> & { name: string };

/** A labelled native select. */
export function SelectField({ label, hint, error, className, id, children, ...select }: SelectFieldProps) {
  const ownId = useId();
  const fieldId = id ?? ownId;
  return (
    <FieldFrame
      id={fieldId}
      label={label}
      hint={hint}
      error={error}
      isOptional={!select.required}
      {...(className ? { className } : {})}
    >
      <span className="relative block">
        <select
          {...select}
          id={fieldId}
          {...getFieldAria(fieldId, { hint, error })}
          className={clsx(CONTROL, "appearance-none pr-11")}
        >
          {children}
        </select>
        <Icon
          name="down"
          className="pointer-events-none absolute top-1/2 right-3.5 size-5 -translate-y-1/2"
        />
      </span>
    </FieldFrame>
  );
}
