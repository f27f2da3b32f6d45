import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { readFlash } from "@/lib/forms/flash";
import { register } from "./actions";
import { AuthPage } from "@/components/account/auth-page";
import { RegisterForm } from "@/components/account/register-form";
import { FlashProvider } from "@/components/ui/flash";
import { safeRedirectSchema } from "@/lib/http/safe-redirect";

export const instant = false;

export const metadata: Metadata = { title: "Create account", robots: { index: false } };

type RegisterPageProps = {
  params: Promise<{ country: string }>;
  searchParams: Promise<{ next?: string | string[] }>;
};

export default async function RegisterPage({ params, searchParams }: RegisterPageProps) {
  const { country } = requireMarket((await params).country);
  const next = safeRedirectSchema.parse((await searchParams).next);
  return (
    <AuthPage
      testId="register-page"
      title="Create account"
      intro="It keeps your addresses, your orders and your cart, on every device."
    >
      <FlashProvider flash={await readFlash()}>
        <RegisterForm action={register} country={country} next={next} />
      </FlashProvider>
    </AuthPage>
  );
}
