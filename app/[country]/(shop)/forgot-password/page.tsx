import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { ForgotForm } from "./forgot-form";
import { AuthPage } from "@/components/account/auth-page";
import { FlashProvider } from "@/components/ui/flash";
import { readFlash } from "@/lib/forms/flash";

export const instant = false;

export const metadata: Metadata = { title: "Forgotten password", robots: { index: false } };

type ForgotPasswordPageProps = { params: Promise<{ country: string }> };

export default async function ForgotPasswordPage({ params }: ForgotPasswordPageProps) {
  const { country } = requireMarket((await params).country);
  return (
    <AuthPage
      testId="forgot-password-page"
      title="Forgotten your password?"
      intro="Tell us your e-mail address, and we send you a link for choosing a new one."
    >
      <FlashProvider flash={await readFlash()}>
        <ForgotForm country={country} />
      </FlashProvider>
    </AuthPage>
  );
}
