import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { AccountFrame } from "@/app/[country]/(shop)/account/account-frame";
import { BillingSection } from "./billing-section";
import { EmailForm, NameForm, PasswordForm, PhoneForm } from "./profile-forms";
import { listAddresses } from "@/lib/customer/addresses";

export const instant = false;

export const metadata: Metadata = { title: "Your profile", robots: { index: false } };

type ProfilePageProps = { params: Promise<{ country: string }> };

export default async function ProfilePage({ params }: ProfilePageProps) {
  const market = requireMarket((await params).country);
  return (
    <AccountFrame
      market={market}
      section="/profile"
      testId="profile-page-wrapper"
      render={async (customer) => {
        const billing = (await listAddresses()).find(({ isDefaultBilling }) => isDefaultBilling);
        return (
          <div className="mt-8">
            <NameForm customer={customer} />
            <PhoneForm customer={customer} />
            <EmailForm customer={customer} />
            <PasswordForm customer={customer} />
            <BillingSection market={market} billing={billing} />
          </div>
        );
      }}
    />
  );
}
