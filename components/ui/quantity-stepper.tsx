"use client";

import { useState } from "react";
import { Icon } from "@/components/ui/icon";

type QuantityStepperProps = {
  label: string;
  value: number;
  max: number;
  onChange: (quantity: number) => void;
};

const STEP =
  "grid size-11 place-items-center transition-colors hover:bg-sunken disabled:cursor-not-allowed disabled:text-edge";

/**
 * A number input with minus and plus buttons, for the drawer, which needs script.
 */
export function QuantityStepper({ label, value, max, onChange }: QuantityStepperProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const change = (quantity: number) => {
    setTyped(null);
    if (quantity !== value && quantity >= 1 && quantity <= max) onChange(quantity);
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
        name="quantity"
        aria-label={label}
        inputMode="numeric"
        autoComplete="off"
        value={typed ?? String(value)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={() => change(Number(typed ?? value))}
        onKeyDown={(event) =>
          event.key === "Enter" && (event.preventDefault(), change(Number(typed ?? value)))
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
