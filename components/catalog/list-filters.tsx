import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { getSwatch } from "@/components/catalog/swatches";
import { Icon } from "@/components/ui/icon";
import { getChosen, type FilterGroup, type ListFacets } from "@/lib/catalog/list-facets";
import type { ListFilters as Filters, ListQuery } from "@/lib/catalog/list-query";
import { SORTS } from "@/lib/catalog/sort";

type ListFiltersProps = {
  id: string;
  path: string;
  query: ListQuery;
  facets: ListFacets;
  currency: string;
  text?: string | undefined;
};

const SHEET =
  "fixed inset-x-0 top-auto bottom-0 m-0 max-h-[85dvh] w-full max-w-none overflow-y-auto overscroll-contain border-t border-line bg-paper p-gutter text-ink shadow-lifted lg:static lg:mb-8 lg:block lg:max-h-none lg:border-0 lg:bg-transparent lg:p-0 lg:shadow-none";

/**
 * The filters of a list as a form that works without script: a sheet on phones, in place on wide screens, where the style
 * shows the popover although it is closed.
 */
export function ListFilters({ id, path, query, facets, currency, text }: ListFiltersProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        data-testid="filter-button"
        className="mb-6 inline-flex min-h-11 items-center gap-2 rounded-sm border border-edge px-4 text-sm font-medium lg:hidden"
      >
        <Icon name="menu" className="size-4" /> Filter
      </button>
      <div id={id} popover="auto" className={SHEET}>
        <div className="mb-2 flex items-center justify-between lg:hidden">
          <p className="font-semibold">Filter</p>
          <button
            type="button"
            popoverTarget={id}
            popoverTargetAction="hide"
            aria-label="Close filters"
            className="-mr-3 grid size-11 place-items-center rounded-sm"
          >
            <Icon name="close" />
          </button>
        </div>
        <form action={path} autoComplete="off" aria-label="Filter" data-testid="filter-form">
          {text !== undefined && <input type="hidden" name="q" value={text} />}
          {query.sort !== SORTS[0] && <input type="hidden" name="sortBy" value={query.sort} />}
          <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4 xl:grid-cols-5">
            {facets.groups.map((group) => {
              const Group = group.values.some(({ label }) => getSwatch(label)) ? SwatchGroup : SelectGroup;
              return <Group key={group.name} group={group} chosen={getChosen(query.filters, group.name)} />;
            })}
            <PriceFields price={facets.price} filters={query.filters} currency={currency} />
            <div className="flex flex-wrap items-end gap-x-5">
              <Checkbox
                name="in-stock"
                value="1"
                defaultChecked={query.filters.isInStock}
                label={<>In stock ({facets.inStockCount})</>}
              />
              {(facets.reducedCount > 0 || query.filters.isReduced) && (
                <Checkbox
                  name="reduced"
                  value="1"
                  defaultChecked={query.filters.isReduced}
                  label={<>Reduced ({facets.reducedCount})</>}
                />
              )}
            </div>
            <div className="flex items-end">
              <Button type="submit" tone="secondary" className="w-full">
                Show items
              </Button>
            </div>
          </div>
        </form>
      </div>
    </>
  );
}

type GroupProps = { group: FilterGroup; chosen: string | null };

/** Colours, as radio buttons with their swatches. */
function SwatchGroup({ group: { name, title, values }, chosen }: GroupProps) {
  const choices = [{ value: "", label: "Any", count: null }, ...values];
  return (
    <fieldset key={chosen} data-testid="filter-swatches" className="col-span-full text-sm font-medium">
      <legend className="mb-1.5">{title}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(({ value, label, count }) => (
          <label key={value} className="swatch-choice">
            <input type="radio" name={name} value={value} defaultChecked={value === (chosen ?? "")} />
            {count !== null && <i aria-hidden="true" style={{ background: getSwatch(label) }} />}
            {count === null ? label : `${label} (${count})`}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function SelectGroup({ group: { name, title, values }, chosen }: GroupProps) {
  return (
    <label className="text-sm font-medium">
      {title}
      <select
        name={name}
        key={chosen}
        defaultValue={chosen ?? ""}
        data-testid="filter-select"
        className="filter-control"
      >
        <option value="">Any</option>
        {values.map(({ value, label, count }) => (
          <option key={value} value={value}>
            {`${label} (${count})`}
          </option>
        ))}
      </select>
    </label>
  );
}

type PriceFieldsProps = { price: ListFacets["price"]; filters: Filters; currency: string };

function PriceFields({ price, filters: { min, max }, currency }: PriceFieldsProps) {
  const fields = [
    { name: "min", label: "From", value: min, hint: price && Math.floor(price.min) },
    { name: "max", label: "Up to", value: max, hint: price && Math.ceil(price.max) },
  ];
  return (
    <fieldset className="text-sm font-medium">
      <legend className="mb-1.5">Price, {currency.toUpperCase()}</legend>
      <div className="flex gap-2">
        {fields.map(({ name, label, value, hint }) => (
          <input
            key={name}
            name={name}
            inputMode="decimal"
            defaultValue={value ?? ""}
            placeholder={hint === null ? label : String(hint)}
            aria-label={`Price ${label.toLowerCase()}`}
            maxLength={11}
            autoComplete="off"
            className="filter-control"
          />
        ))}
      </div>
    </fieldset>
  );
}
