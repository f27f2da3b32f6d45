import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

type CheckboxProps = Omit<ComponentProps<"input">, "type" | "children"> & { label: ReactNode };

/** A checkbox with its label as click target. */
export function Checkbox({ label, className, ...input }: CheckboxProps) {
  return (
    <label className={clsx("flex min-h-11 cursor-pointer items-center gap-3 text-sm", className)}>
      <span className="relative grid size-6 shrink-0 place-items-center">
        <input
          type="checkbox"
          {...input}
          className="peer absolute inset-0 cursor-pointer appearance-none rounded-sm border border-edge bg-raised transition-colors checked:border-accent checked:bg-accent hover:border-ink"
        />
        <Icon
          name="check"
          className="pointer-events-none relative size-4 text-on-accent opacity-0 peer-checked:opacity-100"
        />
      </span>
      <span>{label}</span>
    </label>
  );
}
