import { Notice } from "@/components/ui/notice";

/** What could not be put into the cart, for those who have no script to be told by. */
export function ShortfallNotice({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <noscript>
      <div className="page pt-6">
        <Notice tone="bad" data-testid="shortfall-notice">
          {text}
        </Notice>
      </div>
    </noscript>
  );
}
