import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

type RadioCardProps = Omit<ComponentProps<"input">, "type" | "children"> & {
  /** The test id of the whole card. */
  "data-testid"?: string;
  radioTestId?: string;
  label: ReactNode;
  description?: ReactNode;
  aside?: ReactNode;
};

/** A radio button as a card: label, description, and a price at the end. */
export function RadioCard({
  label,
  description,
  aside,
  className,
  "data-testid": testId,
  radioTestId = "radio-button",
  ...input
}: RadioCardProps) {
  return (
    <label
      data-testid={testId}
      className={clsx(
        "flex min-h-14 cursor-pointer items-center gap-4 rounded-sm border border-edge bg-raised px-4 py-3.5 transition-colors",
        "hover:border-ink has-checked:border-accent-text has-checked:ring-1 has-checked:ring-accent-text",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-focus",
        "has-disabled:cursor-not-allowed has-disabled:border-dashed has-disabled:text-muted",
        className,
      )}
    >
      <input
        type="radio"
        data-testid={radioTestId}
        {...input}
        className="size-5 shrink-0 cursor-pointer appearance-none rounded-full border border-edge bg-paper outline-none checked:border-[6px] checked:border-accent-text"
      />
      <span className="min-w-0 flex-1">
        <span data-testid="radio-label" className="block font-medium">
          {label}
        </span>
        {description && <span className="block text-sm text-muted">{description}</span>}
      </span>
      {aside && <span className="shrink-0 font-medium tabular-nums">{aside}</span>}
    </label>
  );
}
