import Link from "next/link";
import { getErrorText } from "@/components/cart/error-text";
import { Notice } from "@/components/ui/notice";
import { WayOutLink } from "@/components/ui/way-out-link";
import { getPath } from "@/lib/catalog/handle";
import type { Failure } from "@/lib/errors";
import type { Country } from "@/lib/markets";

type AddNoticeProps = { answer: Failure | null; country: Country };

/** Why a thing is not in the cart, for those who came here from its page without JavaScript. */
export function AddNotice({ answer, country }: AddNoticeProps) {
  const { then, handle } = answer?.values ?? {};
  if (!answer || then !== "cart" || !handle) return null;
  return (
    <div className="page pt-6">
      <Notice tone="bad" data-testid="product-error-message">
        {getErrorText(answer)}{" "}
        {answer.code === "no-longer-sold" ? (
          <WayOutLink code={answer.code} />
        ) : (
          <Link href={`/${country}${getPath("products", handle)}`} className="font-medium link">
            Back to it
          </Link>
        )}
      </Notice>
    </div>
  );
}
