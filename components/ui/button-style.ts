import clsx from "clsx";

export type ButtonTone = "primary" | "secondary" | "quiet";
export type ButtonSize = "small" | "medium" | "large";

const TONES: Record<ButtonTone, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  secondary: "border border-edge text-ink hover:border-ink hover:bg-raised",
  quiet: "text-ink hover:bg-sunken",
};

const SIZES: Record<ButtonSize, string> = {
  small: "min-h-9 px-3.5 text-sm",
  medium: "min-h-11 px-5 text-sm",
  large: "min-h-13 px-7 text-base",
};

type ButtonStyle = {
  tone?: ButtonTone | undefined;
  size?: ButtonSize | undefined;
  className?: string | undefined;
};

/** The style of `Button` and `ButtonLink`. Disabled is dashed as well as dim, so not shown by colour alone. */
export function getButtonStyle({ tone = "primary", size = "medium", className }: ButtonStyle): string {
  return clsx(
    "relative inline-flex items-center justify-center gap-2.5 rounded-sm text-center leading-tight font-semibold select-none",
    "transition-colors active:translate-y-px motion-reduce:active:translate-y-0",
    "disabled:cursor-not-allowed disabled:border disabled:border-dashed disabled:border-edge disabled:bg-transparent disabled:text-muted disabled:active:translate-y-0",
    "aria-busy:cursor-progress",
    TONES[tone],
    SIZES[size],
    className,
  );
}
