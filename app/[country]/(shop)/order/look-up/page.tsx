import type { Metadata } from "next";
import Link from "next/link";
import { LookUpForm } from "./look-up-form";
import { AuthPage } from "@/components/account/auth-page";
import { FlashProvider } from "@/components/ui/flash";
import { readFlash } from "@/lib/forms/flash";
import { requireMarket } from "@/lib/http/require-market";

export const instant = false;

export const metadata: Metadata = { title: "Find your order", robots: { index: false } };

type LookUpPageProps = { params: Promise<{ country: string }> };

export default async function LookUpPage({ params }: LookUpPageProps) {
  const { country } = requireMarket((await params).country);
  return (
    <AuthPage
      testId="look-up-page"
      title="Find your order"
      intro="Tell us its number and the e-mail address that you ordered with, and we send you a link to it."
    >
      <FlashProvider flash={await readFlash()}>
        <LookUpForm country={country} />
      </FlashProvider>
      <p className="mt-6 text-sm text-muted">
        You have an account?{" "}
        <Link href={`/${country}/account/orders`} prefetch={false} className="link">
          See all your orders
        </Link>
      </p>
    </AuthPage>
  );
}
