import { formatDay } from "@/lib/dates";
import type { Market } from "@/lib/markets";

type DayProps = { at: string; market: Market; testId: string };

/** A date in the market's format and time zone: "21 November 2026". */
export function Day({ at, market, testId }: DayProps) {
  return (
    <time dateTime={at} data-testid={testId}>
      {formatDay(at, market)}
    </time>
  );
}
