import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

export type FieldText = { label: string; hint?: string | undefined; error?: string | undefined };

type FieldFrameProps = FieldText & {
  id: string;
  isOptional?: boolean;
  className?: string;
  children: ReactNode;
};

/** The `aria-*` attributes that connect an input with the hint and error of its frame. */
export function getFieldAria(id: string, { hint, error }: Pick<FieldText, "hint" | "error">) {
  const described = [error && `${id}-error`, hint && `${id}-hint`].filter(Boolean).join(" ");
  return {
    "aria-invalid": error ? (true as const) : undefined,
    "aria-describedby": described || undefined,
  };
}

/** The frame of every field: label, control, hint, error. */
export function FieldFrame({ id, label, hint, error, isOptional, className, children }: FieldFrameProps) {
  return (
    <div className={className}>
      <label htmlFor={id} className="mb-1.5 flex items-baseline justify-between gap-3 text-sm font-medium">
        {label}
        {isOptional && <span className="text-xs font-normal text-muted">Optional</span>}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="mt-1.5 text-xs text-muted">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} className="mt-1.5 flex gap-1.5 text-sm font-medium text-bad">
          <Icon name="warning" className="mt-0.5 size-4" />
          {error}
        </p>
      )}
    </div>
  );
}
