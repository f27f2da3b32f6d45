import { Icon } from "@/components/ui/icon";
import { getButtonStyle } from "@/components/ui/button-style";

type OutageProps = { title: string; retryHref: string };

/** The backend does not answer: said plainly, with what is safe and what to do. Works without JavaScript. */
export function Outage({ title, retryHref }: OutageProps) {
  return (
    <div className="page py-section">
      <div role="alert" data-testid="error-message" className="max-w-xl border-l-3 border-brass pl-6">
        <p className="flex items-center gap-2 eyebrow">
          <Icon name="warning" className="size-4" /> One moment
        </p>
        <h1 className="mt-3 display text-3xl">{title}</h1>
        <p className="mt-4 text-lg text-muted">
          The back room is not answering just now. Nothing is lost: your cart is kept exactly as you left it,
          and nothing has been charged.
        </p>
        {/* A plain link: the whole page is asked for again, whatever the router has kept. */}
        <a href={retryHref} className={getButtonStyle({ className: "mt-7" })}>
          Try again
        </a>
      </div>
    </div>
  );
}
