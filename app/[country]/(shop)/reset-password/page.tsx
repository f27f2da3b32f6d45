import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { getSearchParam } from "@/lib/http/search-param";
import { ResetForm } from "./reset-form";
import { AuthPage } from "@/components/account/auth-page";
import { ButtonLink } from "@/components/ui/button-link";
import { FlashProvider } from "@/components/ui/flash";
import { readFlash } from "@/lib/forms/flash";
import { isResetLinkUsable } from "@/lib/auth/password-reset";

export const instant = false;

export const metadata: Metadata = { title: "A new password", robots: { index: false } };

type ResetPasswordPageProps = {
  params: Promise<{ country: string }>;
  searchParams: Promise<{ token?: string | string[] }>;
};

/** Opening the page does not use the link up, as mail programs open links to scan them. */
export default async function ResetPasswordPage({ params, searchParams }: ResetPasswordPageProps) {
  const { country } = requireMarket((await params).country);
  const token = getSearchParam((await searchParams).token);
  if (!token || !isResetLinkUsable(token))
    return (
      <AuthPage
        testId="reset-password-page"
        title="This link has expired"
        intro="Links work once, for 15 minutes. Ask for a new one; your password has not changed."
      >
        <ButtonLink href={`/${country}/forgot-password`} size="large" data-testid="forgot-password-link">
          Send me a new link
        </ButtonLink>
      </AuthPage>
    );
  return (
    <AuthPage
      testId="reset-password-page"
      title="A new password"
      intro="Choose one that you use nowhere else."
    >
      <FlashProvider flash={await readFlash()}>
        <ResetForm country={country} resetToken={token} />
      </FlashProvider>
    </AuthPage>
  );
}
