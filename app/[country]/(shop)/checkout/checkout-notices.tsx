import { STEP_TITLES } from "./step-section";
import { Notice } from "@/components/ui/notice";
import { type Step, STEPS } from "@/lib/checkout/steps";
import { SignInInline } from "@/app/[country]/(shop)/login/sign-in-inline";
import { RedirectOnClient } from "./step-navigation";
import { EmptyCart } from "@/components/cart/empty-cart";
import type { FlashMessage } from "@/lib/forms/flash";
import type { EndReason } from "@/lib/session/rotation";
import Link from "next/link";
import { getAuthHref } from "@/components/account/auth-href";

type StepNoticeProps = { wanted: string | undefined; step: Step; isShipped: boolean };

/** Says why another step is shown than the one in the URL. */
export function StepNotice({ wanted, step, isShipped }: StepNoticeProps) {
  if (wanted === undefined || wanted === step) return null;
  const isStep = STEPS.some((name) => name === wanted);
  if (wanted === "delivery" && !isShipped)
    return (
      <Notice data-testid="step-notice" className="mb-6">
        Nothing in your cart is shipped, so there is no delivery to choose.
      </Notice>
    );
  const here = STEP_TITLES[step].toLowerCase();
  return (
    <Notice data-testid="step-notice" className="mb-6">
      {isStep
        ? `One thing before that: the ${here} is still missing.`
        : `The checkout has no step of that name, so here is the ${here}.`}
    </Notice>
  );
}

type EmptyCheckoutProps = {
  country: string;
  /** Why the session ended, if it did; its cart comes back by signing in. */
  ended: EndReason | null;
  next: string;
  flash: FlashMessage | null;
};

/** Shown for an empty cart. A redirect would need JavaScript, as the response has already begun. */
export function EmptyCheckout({ country, ...signIn }: EmptyCheckoutProps) {
  if (signIn.ended)
    return <SignInInline title="Checkout" country={country} {...signIn} ended={signIn.ended} />;
  return (
    <div className="page pt-8 pb-section">
      <RedirectOnClient to={`/${country}/cart`} />
      <EmptyCart country={country} />
    </div>
  );
}

/** A link for guests with an account, which returns to the same step. */
export function SignInLink({ country, step }: { country: string; step: Step }) {
  return (
    <p className="mb-4 text-sm text-muted">
      You have an account?{" "}
      <Link
        href={getAuthHref(country, "login", `/${country}/checkout?step=${step}`)}
        prefetch={false}
        data-testid="checkout-sign-in"
        className="inline-flex min-h-11 items-center link"
      >
        Sign in
      </Link>
    </p>
  );
}
