import { AccountLink } from "@/components/header/account-link";
import { CartLink } from "@/components/header/cart-link";
import type { SwitchCountry } from "@/components/header/country-form";
import { CountryMenu } from "@/components/header/country-menu";
import { NavLink } from "@/components/header/nav-link";
import { NavMenu } from "@/components/header/nav-menu";
import { SearchLink } from "@/components/header/search-link";
import { Wordmark } from "@/components/header/wordmark";
import { listCategories } from "@/lib/catalog/categories";
import { listChildren } from "@/lib/catalog/category-tree";
import { getPath } from "@/lib/catalog/handle";
import type { Market } from "@/lib/markets";

/** As many as fit beside each other; the menu has the others. */
const MAX_CATEGORIES = 6;

type HeaderProps = { market: Market; switchCountry: SwitchCountry };

/** The header with the navigation. */
export async function Header({ market, switchCountry }: HeaderProps) {
  const categories = await listCategories();
  const top = listChildren(categories, null);
  const shown = top.slice(0, MAX_CATEGORIES);
  const base = `/${market.country}`;
  return (
    <header className="sticky top-0 z-40 border-b border-line bg-paper">
      <div className="page flex h-header items-center gap-x-2 lg:gap-x-5 xl:gap-x-8">
        <NavMenu market={market} categories={categories} isAlways={shown.length < categories.length} />
        <Wordmark href={base} />
        <nav aria-label="Shop" className="hidden flex-1 items-center gap-x-4 lg:flex xl:gap-x-6">
          <NavLink href={`${base}/store`} testId="nav-store-link">
            Shop all
          </NavLink>
          {shown.map(({ handle, name }) => (
            <NavLink key={handle} href={base + getPath("categories", handle)}>
              {name}
            </NavLink>
          ))}
        </nav>
        <div className="ml-auto flex items-center sm:gap-x-1">
          <CountryMenu market={market} switchCountry={switchCountry} />
          <SearchLink href={`${base}/search`} />
          <AccountLink href={`${base}/account`} />
          <CartLink href={`${base}/cart`} />
          {/* Without script the count is not known, so it is not shown. */}
          <noscript>
            <style>{".cart-count{visibility:hidden}"}</style>
          </noscript>
        </div>
      </div>
    </header>
  );
}
