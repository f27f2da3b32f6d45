import type { Market } from "@/lib/markets";

type DayProps = { at: string; market: Market; testId: string };

/** A day as the market writes it, "21 November 2026", in the market's time zone: the same on every server. */
export function Day({ at, market: { locale, timeZone }, testId }: DayProps) {
  const text = new Date(at).toLocaleDateString(locale, { dateStyle: "long", timeZone });
  return (
    <time dateTime={at} data-testid={testId}>
      {text}
    </time>
  );
}
