import { signIn } from "./actions";
import { AuthPage } from "@/components/account/auth-page";
import { SignInForm } from "@/components/account/sign-in-form";
import { getEndText } from "@/components/session/end-text";
import { SuppressEndNotice } from "@/components/session/suppress-end-notice";
import { FlashProvider } from "@/components/ui/flash";
import type { FlashMessage } from "@/lib/forms/flash";
import type { EndReason } from "@/lib/session/rotation";

type SignInInlineProps = {
  title: string;
  country: string;
  /** The path to go to after signing in. */
  next: string | undefined;
  /** Why the session ended; null if there was none. */
  ended: EndReason | null;
  flash: FlashMessage | null;
};

/** The sign-in form, with the reason if a session has ended. */
export function SignInInline({ title, country, next, ended, flash }: SignInInlineProps) {
  const intro = ended ? getEndText(ended) : "Sign in for your orders, your addresses and the cart you left.";
  return (
    <AuthPage testId="login-page" title={title} intro={intro}>
      {ended && <SuppressEndNotice />}
      <FlashProvider flash={flash}>
        <SignInForm action={signIn} country={country} next={next} />
      </FlashProvider>
    </AuthPage>
  );
}
