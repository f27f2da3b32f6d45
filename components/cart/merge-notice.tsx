import { Notice } from "@/components/ui/notice";

/** What a merge of two carts could not keep, for those who have no script to be told by. */
export function MergeNotice({ text }: { text: string | undefined }) {
  if (!text) return null;
  return (
    <noscript>
      <div className="page pt-6">
        <Notice tone="bad" data-testid="merge-notice">
          {text}
        </Notice>
      </div>
    </noscript>
  );
}
