import { Notice } from "@/components/ui/notice";
import { ERROR_TEXT } from "@/lib/errors";

/** A step whose choices cannot be fetched just now. */
export function StepOutage({ href }: { href: string }) {
  return (
    <Notice tone="bad">
      {ERROR_TEXT.unavailable}{" "}
      <a href={href} className="font-medium link">
        Try again
      </a>
    </Notice>
  );
}
