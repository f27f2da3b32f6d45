import type { ReactNode } from "react";
import { signIn } from "./actions";
import { AuthPage } from "@/components/account/auth-page";
import { SignInForm } from "@/components/account/sign-in-form";
import { getEndText } from "@/components/session/end-text";
import { EndNoticeSuppressor } from "@/components/session/suppress-end-notice";
import { FlashProvider } from "@/components/ui/flash";
import type { FlashMessage } from "@/lib/http/flash";
import type { EndReason } from "@/lib/session/rotation";

type SignInHereProps = {
  title: string;
  country: string;
  /** Where signing in leads: mostly to the very page that this one stands in for. */
  next: string | undefined;
  /** Why somebody who was signed in is asked to do so again; null for who was not. */
  ended: EndReason | null;
  result: FlashMessage | null;
  children?: ReactNode;
};

/** The form that lets somebody in, and why it stands here if a session has ended. */
export function SignInInline({ title, country, next, ended, result, children }: SignInHereProps) {
  const intro = ended ? getEndText(ended) : "Sign in for your orders, your addresses and the cart you left.";
  return (
    <AuthPage testId="login-page" title={title} intro={intro}>
      {ended && <EndNoticeSuppressor />}
      <FlashProvider flash={result}>
        <SignInForm action={signIn} country={country} next={next} />
      </FlashProvider>
      {children}
    </AuthPage>
  );
}
