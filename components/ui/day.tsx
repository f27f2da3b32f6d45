import type { Market } from "@/lib/markets";

type DayProps = { at: string; market: Market; testId: string };

/** A date in the market's format and time zone: "21 November 2026". */
export function Day({ at, market: { locale, timeZone }, testId }: DayProps) {
  const text = new Date(at).toLocaleDateString(locale, { dateStyle: "long", timeZone });
  return (
    <time dateTime={at} data-testid={testId}>
      {text}
    </time>
  );
}
