import type { ReactNode } from "react";
import { readFlash } from "@/lib/forms/flash";
import { AccountNav } from "./account-nav";
import { ACCOUNT_SECTIONS, type AccountSection } from "./account-sections";
import { renderForCustomer } from "./render-for-customer";
import { SignInInline } from "@/app/[country]/(shop)/login/sign-in-inline";
import { ServiceUnavailable } from "@/components/ui/service-unavailable";
import { RenderedForCustomer } from "@/components/session/rendered-for-customer";
import { FlashProvider } from "@/components/ui/flash";
import type { Customer } from "@/lib/customer/customer";
import type { Market } from "@/lib/markets";

type AccountFrameProps = {
  market: Market;
  section: AccountSection;
  /** The path below the section, to return to after signing in. */
  rest?: string;
  testId: string;
  title?: string;
  /** Renders the page. Only called for a signed-in customer. */
  render: (customer: Customer) => Promise<ReactNode>;
};

/**
 * The layout of the account's pages. Shows the sign-in form in place if nobody is signed in: a redirect would need
 * JavaScript, as the response has already begun.
 */
export async function AccountFrame({ market, section, rest = "", testId, title, render }: AccountFrameProps) {
  const { country } = market;
  const href = `/${country}/account${section}${rest}`;
  const [entry, flash] = [await renderForCustomer(render), await readFlash()];
  if (entry.status === "unavailable")
    return <ServiceUnavailable title="Your account is closed for a moment" retryHref={href} />;
  if (entry.status === "signed-out")
    return (
      <SignInInline title="Your account" country={country} next={href} ended={entry.ended} flash={flash} />
    );
  return (
    <div data-testid="account-page" className="page pt-8 pb-section lg:pt-12">
      <RenderedForCustomer />
      <div className="grid gap-x-16 gap-y-8 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <AccountNav country={country} section={section} />
        <div data-testid={testId} className="min-w-0">
          <h1 className="display text-3xl">
            {title ?? ACCOUNT_SECTIONS.find(({ path }) => path === section)?.title}
          </h1>
          <FlashProvider flash={flash}>{entry.page}</FlashProvider>
        </div>
      </div>
    </div>
  );
}
