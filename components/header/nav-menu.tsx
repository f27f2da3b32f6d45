import { NavMenuLinks } from "@/components/header/nav-menu-links";
import { PopoverCloser } from "@/components/header/popover-closer";
import { Icon } from "@/components/ui/icon";
import { Popover, PopoverButton } from "@/components/ui/popover";
import type { Category } from "@/lib/catalog/categories";
import type { Market } from "@/lib/market";

const MENU_ID = "nav-menu";

/** The header's links on a narrow screen. */
export function NavMenu({ market, categories }: { market: Market; categories: Category[] }) {
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
        className="fixed inset-x-0 top-header h-[calc(100dvh-var(--spacing-header))] max-h-none w-full max-w-none overflow-y-auto border-t border-line px-gutter py-6"
      >
        <NavMenuLinks base={`/${market.country}`} categories={categories} />
        <PopoverCloser popoverId={MENU_ID} />
      </Popover>
    </nav>
  );
}
