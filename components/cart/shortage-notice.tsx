import { Notice } from "@/components/ui/notice";

/** The shortage notice for pages without JavaScript. */
export function ShortageNotice({ text }: { text: string | undefined }) {
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
