import type { ReactNode } from "react";
import { signIn } from "./actions";
import { EntryPage } from "@/components/account/entry-page";
import { SignInForm } from "@/components/account/sign-in-form";
import { getEndText } from "@/components/session/end-text";
import { EndSaidHere } from "@/components/session/said-here";
import { PostedAnswer } from "@/components/ui/posted-answer";
import type { FlashMessage } from "@/lib/http/flash";
import type { EndReason } from "@/lib/session/rotation";

type SignInHereProps = {
  title: string;
  country: string;
  /** Where signing in leads: mostly to the very page that this one stands in for. */
  next: string | undefined;
  /** Why somebody who was signed in is asked to do so again; null for who was not. */
  ended: EndReason | null;
  answer: FlashMessage | null;
  children?: ReactNode;
};

/** The form that lets somebody in, and why it stands here if a session has ended. */
export function SignInHere({ title, country, next, ended, answer, children }: SignInHereProps) {
  const intro = ended ? getEndText(ended) : "Sign in for your orders, your addresses and the cart you left.";
  return (
    <EntryPage testId="login-page" title={title} intro={intro}>
      {ended && <EndSaidHere />}
      <PostedAnswer answer={answer}>
        <SignInForm action={signIn} country={country} next={next} />
      </PostedAnswer>
      {children}
    </EntryPage>
  );
}
