"use client";

import { useState } from "react";
import { Icon } from "@/components/ui/icon";

type QuantityStepperProps = {
  name?: string;
  label: string;
  value: number;
  max: number;
  onChange?: (quantity: number) => void;
  testId?: string;
};

const STEP =
  "grid size-11 place-items-center transition-colors hover:bg-sunken disabled:cursor-not-allowed disabled:text-edge";

/**
 * A number input with minus and plus buttons. Without script the input is sent with its form, and the buttons do nothing.
 */
export function QuantityStepper({
  name = "quantity",
  label,
  value,
  max,
  onChange,
  testId,
}: QuantityStepperProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const change = (quantity: number) => {
    setTyped(null);
    if (quantity !== value && quantity >= 1 && quantity <= max) onChange?.(quantity);
  };
  return (
    <span className="inline-flex items-stretch rounded-sm border border-edge bg-raised">
      <button
        type="button"
        aria-label="One fewer"
        className={STEP}
        disabled={value <= 1}
        onClick={() => change(value - 1)}
      >
        <Icon name="minus" className="size-4" />
      </button>
      <input
        name={name}
        aria-label={label}
        data-testid={testId}
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? String(value)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => change(Number(typed ?? value))}
        onKeyDown={(event) =>
          event.key === "Enter" && onChange && (event.preventDefault(), change(Number(typed ?? value)))
        }
        className="w-11 bg-transparent text-center text-sm font-semibold tabular-nums"
      />
      <button
        type="button"
        aria-label="One more"
        className={STEP}
        disabled={value >= max}
        onClick={() => change(value + 1)}
      >
        <Icon name="plus" className="size-4" />
      </button>
    </span>
  );
}
