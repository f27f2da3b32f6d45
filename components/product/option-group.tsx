import clsx from "clsx";
import type { Choice } from "@/components/product/availability";
import { getValueState, type ProductOption, type ValueState, type Variant } from "@/lib/catalog/product";

type OptionGroupProps = {
  option: ProductOption;
  variants: Variant[];
  choice: Choice;
  error: string | undefined;
};

/**
 * One option as a group of radio buttons. A value that leads nowhere from here can still be chosen: it is the way to
 * the combinations it does have, and the line below the options says why it cannot be bought as it is.
 */
export function OptionGroup({ option: { title, values }, variants, choice, error }: OptionGroupProps) {
  const errorId = `option-${title}-error`;
  return (
    <fieldset aria-describedby={error ? errorId : undefined}>
      <legend className="mb-2.5 text-sm">
        <span className="font-semibold">{title}</span>
        {choice[title] && <span className="text-muted"> · {choice[title]}</span>}
      </legend>
      <div className="flex flex-wrap gap-2">
        {values.map((value) => (
          <OptionValue
            key={value}
            pair={[title, value]}
            state={getValueState(variants, choice, [title, value])}
            isOnly={values.length === 1}
          />
        ))}
      </div>
      {error && (
        <p id={errorId} role="alert" className="mt-2 text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}

const STATE_NOTES: Record<ValueState, string> = {
  available: "",
  "sold-out": "sold out",
  "not-made": "not made",
};

type OptionValueProps = { pair: [string, string]; state: ValueState; isOnly: boolean };

/** Uncontrolled, so that what was chosen before the script came is kept; an option's only value is chosen already. */
function OptionValue({ pair: [title, value], state, isOnly }: OptionValueProps) {
  const note = STATE_NOTES[state];
  return (
    <label
      data-testid="option-button"
      className={clsx(
        "relative grid min-h-11 min-w-13 cursor-pointer place-items-center content-center gap-0.5 rounded-sm border px-4 py-1.5 text-sm font-medium transition-colors",
        "has-checked:border-accent-text has-checked:ring-1 has-checked:ring-accent-text",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-focus",
        note ? "border-dashed border-edge text-muted" : "border-edge bg-raised hover:border-ink",
      )}
    >
      <input
        type="radio"
        required
        name={`option:${title}`}
        value={value}
        defaultChecked={isOnly}
        className="absolute inset-0 cursor-pointer appearance-none outline-none"
      />
      <span
        className={clsx("pointer-events-none relative leading-tight", note && "line-through decoration-1")}
      >
        {value}
      </span>
      {note && <span className="pointer-events-none relative text-xs leading-none font-normal">{note}</span>}
    </label>
  );
}
