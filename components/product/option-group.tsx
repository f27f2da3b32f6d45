import { useId } from "react";
import { describeOptionValue, type Choice } from "@/components/product/availability";
import { OptionValue } from "@/components/product/option-value";
import { getOptionValueState, type ProductOption, type Variant } from "@/lib/catalog/product";

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

/** An option with a single value is not a question. */
function SingleValueOption({ title, value }: { title: string; value: string }) {
  return (
    <p className="text-sm">
      <span className="font-semibold">{title}</span>
      <span className="text-muted"> · {value}</span>
      <input type="hidden" name={`option:${title}`} value={value} />
    </p>
  );
}
