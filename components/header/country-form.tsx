import { MARKETS, type Market } from "@/lib/market";

/** The countries to choose from; choosing one sends the form. */
export function CountryForm({ market }: { market: Market; popoverId: string }) {
  return (
    <form className="p-2">
      <p className="px-3 pt-3 pb-2 eyebrow">Ship to</p>
      {MARKETS.map(({ country, name, currency }) => (
        <button
          key={country}
          name="country"
          value={country}
          data-testid={`select-${country}-choice`}
          aria-current={country === market.country || undefined}
          className="flex min-h-11 w-full items-center justify-between rounded-sm px-3 text-left text-sm hover:bg-sunken aria-[current]:font-semibold"
        >
          {name}
          <span className="text-muted">{currency.toUpperCase()}</span>
        </button>
      ))}
    </form>
  );
}
