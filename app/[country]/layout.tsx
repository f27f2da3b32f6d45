import type { ReactNode } from "react";
import * as cartActions from "./(shop)/cart/actions";
import { requireMarket } from "@/lib/http/require-market";
import { CartProvider } from "@/components/cart/store/cart-provider";
import { CustomerPricesProvider } from "@/components/catalog/customer-prices";
import { Footer } from "@/components/footer/footer";
import { Header } from "@/components/header/header";
import { SkipLink } from "@/components/header/skip-link";
import { CookieNotice } from "@/components/session/cookie-notice";
import { SessionWatcher } from "@/components/session/session-watcher";
import { NewBuildNotice } from "@/components/session/new-build-notice";
import { areCookiesSecure } from "@/lib/http/cookies";
import { MARKETS } from "@/lib/markets";

export function generateStaticParams() {
  return MARKETS.map(({ country }) => ({ country }));
}

type CountryLayoutProps = { params: Promise<{ country: string }>; children: ReactNode };

/** The layout of a market's pages. Static: the browser fills in the personal parts of the header. */
export default async function CountryLayout({ params, children }: CountryLayoutProps) {
  const market = requireMarket((await params).country);
  const contentId = `content-${market.country}`;
  const { switchCountry, ...actions } = cartActions;
  return (
    <CartProvider market={market} actions={actions}>
      <SessionWatcher>
        <CustomerPricesProvider>
          <div className="flex min-h-dvh flex-col">
            <SkipLink contentId={contentId} />
            <Header market={market} switchCountry={switchCountry} />
            <main id={contentId} tabIndex={-1} className="flex-1 outline-none">
              {children}
            </main>
            <Footer market={market} />
          </div>
        </CustomerPricesProvider>
        <CookieNotice isSecure={areCookiesSecure()} />
        <NewBuildNotice />
      </SessionWatcher>
    </CartProvider>
  );
}
