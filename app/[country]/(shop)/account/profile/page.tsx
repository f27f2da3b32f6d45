import type { Metadata } from "next";
import { requireMarket } from "../../../market";
import { AccountFrame } from "../account-frame";
import { NameForm } from "./name-form";
import { PhoneForm } from "./phone-form";

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
      render={async (customer) => (
        <>
          <dl className="mt-6 mb-8 text-sm">
            <dt className="text-muted">E-mail</dt>
            <dd data-testid="customer-email" data-value={customer.email} className="mt-1 wrap-anywhere">
              {customer.email}
            </dd>
          </dl>
          <NameForm customer={customer} />
          <PhoneForm customer={customer} />
        </>
      )}
    />
  );
}
