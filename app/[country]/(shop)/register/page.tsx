import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { readFlash } from "@/lib/http/flash";
import { register } from "./actions";
import { EntryPage } from "@/components/account/entry-page";
import { RegisterForm } from "@/components/account/register-form";
import { PostedAnswer } from "@/components/ui/posted-answer";
import { safeRedirectSchema } from "@/lib/http/safe-redirect";

export const instant = false;

export const metadata: Metadata = { title: "Make an account", robots: { index: false } };

type RegisterPageProps = {
  params: Promise<{ country: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
};

export default async function RegisterPage({ params, searchParams }: RegisterPageProps) {
  const { country } = requireMarket((await params).country);
  const next = safeRedirectSchema.parse((await searchParams).next);
  return (
    <EntryPage
      testId="register-page"
      title="Make an account"
      intro="It keeps your addresses, your orders and your cart, on every device."
    >
      <PostedAnswer answer={await readFlash()}>
        <RegisterForm action={register} country={country} next={next} />
      </PostedAnswer>
    </EntryPage>
  );
}
