import clsx from "clsx";
import { NavMenuLinks } from "@/components/header/nav-menu-links";
import { PopoverCloser } from "@/components/header/popover-closer";
import { Icon } from "@/components/ui/icon";
import { Popover, PopoverButton } from "@/components/ui/popover";
import type { Category } from "@/lib/catalog/categories";
import type { Market } from "@/lib/markets";

type NavMenuProps = {
  market: Market;
  categories: Category[];
  /** On wide screens too, as the header has not all categories. */
  isAlways: boolean;
};

/**
 * The menu on a narrow screen. Element ids contain the country throughout the shop: after a switch the router keeps the
 * previous page hidden in the document, and ids must be unique.
 */
export function NavMenu({ market, categories, isAlways }: NavMenuProps) {
  const menuId = `nav-menu-${market.country}`;
  return (
    <nav aria-label="Menu" className={clsx("-ml-3", !isAlways && "lg:hidden")}>
      <PopoverButton
        popoverId={menuId}
        aria-label="Menu"
        data-testid="nav-menu-button"
        className="grid size-11 place-items-center rounded-sm"
      >
        <Icon name="menu" />
      </PopoverButton>
      <Popover
        id={menuId}
        label="Menu"
        data-testid="nav-menu-popup"
        className="fixed inset-x-0 top-header h-[calc(100dvh-var(--spacing-header))] max-h-none w-full max-w-none overflow-y-auto border-t border-line px-gutter py-6"
      >
        <NavMenuLinks base={`/${market.country}`} categories={categories} />
        <PopoverCloser popoverId={menuId} />
      </Popover>
    </nav>
  );
}
