import { getButtonStyle } from "@/components/ui/button-style";
import { MessagePage } from "@/components/ui/message-page";

type ServiceUnavailableProps = { title: string; retryHref: string };

/** Shown when the backend is unavailable. Works without JavaScript. */
export function ServiceUnavailable({ title, retryHref }: ServiceUnavailableProps) {
  return (
    <div role="alert" data-testid="error-message">
      <MessagePage
        ticket="One moment"
        title={title}
        text="We cannot reach the shop right now. Nothing is lost: your cart is kept exactly as you left it, and nothing has been charged."
      >
        {/* A plain link, which bypasses the router's cache. */}
        <a href={retryHref} className={getButtonStyle({})}>
          Try again
        </a>
      </MessagePage>
    </div>
  );
}
