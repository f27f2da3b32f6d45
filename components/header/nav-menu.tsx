import Link from "next/link";
import { ClosingLinks } from "@/components/header/closing-links";
import { Icon } from "@/components/ui/icon";
import { Popover, PopoverButton } from "@/components/ui/popover";
import type { Category } from "@/lib/catalog/categories";
import type { Market } from "@/lib/market";

const MENU_ID = "nav-menu";

const ITEM = "flex min-h-11 items-center";

/** The header's links on a narrow screen. */
export function NavMenu({ market, categories }: { market: Market; categories: Category[] }) {
  const base = `/${market.country}`;
  return (
    <nav aria-label="Menu" className="-ml-3 lg:hidden">
      <PopoverButton
        popoverId={MENU_ID}
        aria-label="Menu"
        data-testid="nav-menu-button"
        className="grid size-11 place-items-center rounded-sm"
      >
        <Icon name="menu" />
      </PopoverButton>
      <Popover
        id={MENU_ID}
        label="Menu"
        data-testid="nav-menu-popup"
        className="fixed inset-x-0 top-header h-[calc(100dvh-var(--spacing-header))] max-h-none w-full max-w-none overflow-y-auto border-t border-line px-gutter py-6 shadow-none"
      >
        <ClosingLinks popoverId={MENU_ID}>
          <ul className="display text-2xl">
            <li className="border-b border-line">
              <Link href={`${base}/store`} data-testid="store-link" className={`${ITEM} min-h-15`}>
                Shop all
              </Link>
            </li>
            {categories.map(({ handle, name }) => (
              <li key={handle} className="border-b border-line">
                <Link href={`${base}/categories/${handle}`} className={`${ITEM} min-h-15`}>
                  {name}
                </Link>
              </li>
            ))}
          </ul>
          <ul className="mt-6 text-base">
            <li>
              <Link
                href={`${base}/search`}
                prefetch={false}
                data-testid="search-link"
                className={`${ITEM} gap-3`}
              >
                <Icon name="search" /> Search
              </Link>
            </li>
            <li>
              <Link
                href={`${base}/account`}
                prefetch={false}
                data-testid="account-link"
                className={`${ITEM} gap-3`}
              >
                <Icon name="person" /> Account
              </Link>
            </li>
            <li>
              <Link
                href={`${base}/cart`}
                prefetch={false}
                data-testid="cart-link"
                className={`${ITEM} gap-3`}
              >
                <Icon name="bag" /> Cart
              </Link>
            </li>
          </ul>
        </ClosingLinks>
      </Popover>
    </nav>
  );
}
