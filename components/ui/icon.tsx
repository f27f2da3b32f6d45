import clsx from "clsx";

/** 24 × 24, drawn with one 1.5 px stroke. */
const PATHS = {
  bag: "M5 8h14l1 12H4L5 8Zm4 3V7a3 3 0 0 1 6 0v4",
  check: "m5 12.5 4.5 4.5L19 7.5",
  close: "m6 6 12 12M18 6 6 18",
  down: "m6 9.5 6 6 6-6",
  globe: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM3.8 12h16.4M12 3.5c5 5 5 12 0 17-5-5-5-12 0-17Z",
  left: "m14.5 6-6 6 6 6",
  menu: "M4 7.5h16M4 12h16M4 16.5h16",
  minus: "M6 12h12",
  person: "M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8ZM4.5 20c.8-3.6 3.7-5.5 7.5-5.5s6.7 1.9 7.5 5.5",
  plus: "M6 12h12M12 6v12",
  right: "m9.5 6 6 6-6 6",
  search: "M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm5 11.5 4.5 4.5",
  tag: "M4 4h8l8 8-8 8-8-8V4Zm4.5 4.5h.01",
  warning: "M12 4 3 19.5h18L12 4Zm0 6v4.5m0 2.5v.01",
} as const;

export type IconName = keyof typeof PATHS;

/** A decorative icon, beside text or inside an element with an accessible name. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      className={clsx("shrink-0 fill-none stroke-current stroke-[1.5]", className ?? "size-5")}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
