import Link from "next/link";
import { getErrorMessage } from "@/components/ui/error-text";
import { Notice } from "@/components/ui/notice";
import { RecoveryLink } from "@/components/ui/recovery-link";
import { getPath } from "@/lib/catalog/handle";
import type { Failure } from "@/lib/errors";
import type { Country } from "@/lib/markets";

type AddNoticeProps = { failure: Failure | null; country: Country };

/** Why an item could not be added, for shoppers without JavaScript. */
export function AddNotice({ failure, country }: AddNoticeProps) {
  const { then, handle } = failure?.values ?? {};
  if (!failure || then !== "cart" || !handle) return null;
  return (
    <div className="page pt-6">
      <Notice tone="bad" data-testid="product-error-message">
        {getErrorMessage(failure)}{" "}
        {failure.code === "no-longer-sold" ? (
          <RecoveryLink code={failure.code} />
        ) : (
          <Link href={`/${country}${getPath("products", handle)}`} className="font-medium link">
            Back to it
          </Link>
        )}
      </Notice>
    </div>
  );
}
