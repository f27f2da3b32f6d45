import clsx from "clsx";
import { getSwatch } from "@/components/product/swatches";

type OptionValueProps = {
  title: string;
  value: string;
  /** Why it cannot be had as things are chosen; empty when it can. */
  note: string;
};

/** One value of an option, as a radio button. It keeps its own state: what was chosen before the script came stays. */
export function OptionValue({ title, value, note }: OptionValueProps) {
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
