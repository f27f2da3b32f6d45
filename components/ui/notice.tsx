import clsx from "clsx";
import type { ComponentProps } from "react";
import { Icon, type IconName } from "@/components/ui/icon";

export type NoticeTone = "info" | "good" | "bad";

const TONES: Record<NoticeTone, { icon: IconName; look: string }> = {
  info: { icon: "tag", look: "border-edge text-ink" },
  good: { icon: "check", look: "border-good text-good" },
  bad: { icon: "warning", look: "border-bad text-bad" },
};

/** A message to the shopper. Errors interrupt a screen reader (`alert`), others wait (`status`). */
export function Notice({
  tone = "info",
  className,
  children,
  ...rest
}: ComponentProps<"div"> & { tone?: NoticeTone }) {
  const { icon, look } = TONES[tone];
  return (
    <div
      role={tone === "bad" ? "alert" : "status"}
      {...rest}
      className={clsx("flex gap-3 rounded-sm border-l-3 bg-raised px-4 py-3.5 text-sm", look, className)}
    >
      <Icon name={icon} className="mt-0.5 size-5" />
      <div className="min-w-0 text-ink">{children}</div>
    </div>
  );
}
