import { CountryForm, type SwitchCountry } from "@/components/header/country-form";
import { Icon } from "@/components/ui/icon";
import { Popover, PopoverButton } from "@/components/ui/popover";
import type { Market } from "@/lib/markets";

/** The country menu: a button with the current country and currency, and the list of countries. */
export function CountryMenu({ market, switchCountry }: { market: Market; switchCountry: SwitchCountry }) {
  const menuId = `country-menu-${market.country}`;
  return (
    <>
      <PopoverButton
        popoverId={menuId}
        data-testid="shipping-to-button"
        className="flex min-h-11 items-center gap-1.5 rounded-sm px-2 text-sm font-medium transition-colors hover:bg-sunken"
      >
        <Icon name="globe" className="hidden size-5 sm:block" />
        <span className="sr-only">Shipping to {market.name}, prices in </span>
        <span className="whitespace-pre">
          <span aria-hidden="true" className="max-[27rem]:hidden">
            {`${market.country.toUpperCase()} · `}
          </span>
          {market.currency.toUpperCase()}
        </span>
      </PopoverButton>
      <Popover
        id={menuId}
        label="Ship to"
        data-testid="shipping-to-choices"
        className="fixed inset-x-0 top-header left-auto w-full max-w-none border-y border-line sm:right-gutter sm:w-80 sm:border-x"
      >
        <CountryForm market={market} switchCountry={switchCountry} />
      </Popover>
    </>
  );
}
