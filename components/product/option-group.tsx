import { useId } from "react";
import { getSwatch } from "@/components/catalog/swatches";
import { describeOptionValue, type Choice } from "@/components/product/availability";
import { getOptionValueState, type ProductOption, type Variant } from "@/lib/catalog/product";
import clsx from "clsx";

type OptionGroupProps = {
  option: ProductOption;
  variants: Variant[];
  choice: Choice;
  error: string | undefined;
};

/**
 * An option as a group of radio buttons. An unavailable value can still be chosen, to get to its other combinations; the
 * line below the options says why the current one cannot be bought.
 */
export function OptionGroup({ option: { title, values }, variants, choice, error }: OptionGroupProps) {
  const errorId = useId();
  const [only] = values;
  if (only !== undefined && values.length === 1) return <SingleValueOption title={title} value={only} />;
  return (
    <fieldset
      aria-describedby={error ? errorId : undefined}
      data-wrong={error ? true : undefined}
      className="group"
    >
      <legend className="mb-2.5 text-sm">
        <span className="font-semibold">{title}</span>
        {choice[title] && <span className="text-muted"> · {choice[title]}</span>}
      </legend>
      <div className="flex flex-wrap gap-2">
        {values.map((value) => (
          <OptionValue
            key={value}
            title={title}
            value={value}
            note={describeOptionValue(getOptionValueState(variants, choice, [title, value]), choice, title)}
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

/** An option with a single value, as text. */
function SingleValueOption({ title, value }: { title: string; value: string }) {
  return (
    <p className="text-sm">
      <span className="font-semibold">{title}</span>
      <span className="text-muted"> · {value}</span>
      <input type="hidden" name={`option:${title}`} value={value} />
    </p>
  );
}

type OptionValueProps = {
  title: string;
  value: string;
  /** Why the value is unavailable with the other choices; empty if it is available. */
  note: string;
};

/** An option value as an uncontrolled radio button, so that a choice from before hydration stays. */
function OptionValue({ title, value, note }: OptionValueProps) {
  const swatch = getSwatch(value);
  return (
    <label
      data-testid="option-button"
      className={clsx(
        "relative flex min-h-11 min-w-13 cursor-pointer items-center justify-center gap-2.5 rounded-sm border px-4 py-1.5 text-sm font-medium transition-colors",
        "group-data-wrong:border-bad has-checked:border-accent-text has-checked:ring-1 has-checked:ring-accent-text",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-focus",
        note ? "border-dashed border-edge text-muted" : "border-edge bg-raised hover:border-ink",
      )}
    >
      <input
        type="radio"
        required
        name={`option:${title}`}
        value={value}
        className="absolute inset-0 cursor-pointer appearance-none outline-none"
      />
      {swatch && (
        <span
          aria-hidden="true"
          style={{ background: swatch }}
          className={clsx("size-4 rounded-full ring-1 ring-edge ring-inset", note && "opacity-50")}
        />
      )}
      <span className="grid justify-items-center gap-0.5">
        <span className={clsx("leading-tight", note && "line-through decoration-1")}>{value}</span>
        {note && <span className="text-xs leading-none font-normal">{note}</span>}
      </span>
    </label>
  );
}
