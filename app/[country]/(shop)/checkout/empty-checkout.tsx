import { SignInHere } from "@/app/[country]/(shop)/login/sign-in-inline";
import { Forward } from "./forward";
import { EmptyCart } from "@/components/cart/empty-cart";
import type { FlashMessage } from "@/lib/http/flash";
import type { EndReason } from "@/lib/session/rotation";

type EmptyCheckoutProps = {
  country: string;
  /** Why the session ended whose cart this was, if one did: it comes back by signing in. */
  ended: EndReason | null;
  next: string;
  result: FlashMessage | null;
};

/** No redirect: the response has begun by now, and the browser would need JavaScript to follow one. */
export function EmptyCheckout({ country, ...signIn }: EmptyCheckoutProps) {
  if (signIn.ended) return <SignInHere title="Checkout" country={country} {...signIn} ended={signIn.ended} />;
  return (
    <div className="page pt-8 pb-section">
      <Forward to={`/${country}/cart`} />
      <EmptyCart country={country} />
    </div>
  );
}
