import type { Market } from "@/lib/markets";

/**
 * Dates for people, in the market's format and time zone, so that server and browsers render the same.
 * @param at ISO 8601
 */
export function formatDay(at: string, { locale, timeZone }: Market): string {
  return new Date(at).toLocaleDateString(locale, { dateStyle: "long", timeZone });
}

/** As `formatDay`, to the minute and with the time zone's name: "Nov 21, 2026, 09:05 AM EST". */
export function formatDayAndTime(at: string, { locale, timeZone }: Market): string {
  return new Date(at).toLocaleString(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  });
}
