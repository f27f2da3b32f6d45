import Link from "next/link";
import { getAuthHref } from "@/components/account/auth-href";
import type { Step } from "@/lib/checkout/steps";

/** For a guest who has an account: back to this very step, with everything that is chosen. */
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
