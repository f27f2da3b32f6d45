import type { Metadata } from "next";
import { requireMarket } from "../../market";
import { readPostedAnswer } from "@/lib/answer";
import { signIn } from "./actions";
import { EntryPage } from "@/components/account/entry-page";
import { SignInForm } from "@/components/account/sign-in-form";
import { PostedAnswer } from "@/components/ui/posted-answer";
import { ownPathSchema } from "@/lib/auth/own-path";

export const instant = false;

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };

type LoginPageProps = {
  params: Promise<{ country: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
};

export default async function LoginPage({ params, searchParams }: LoginPageProps) {
  const { country } = requireMarket((await params).country);
  const next = ownPathSchema.parse((await searchParams).next);
  return (
    <EntryPage
      testId="login-page"
      title="Welcome back"
      intro="Sign in for your orders, your addresses and the cart you left."
    >
      <PostedAnswer answer={await readPostedAnswer()}>
        <SignInForm action={signIn} country={country} next={next} />
      </PostedAnswer>
    </EntryPage>
  );
}
