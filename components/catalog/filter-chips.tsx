import { Icon } from "@/components/ui/icon";
import { getChosen, type FilterGroup } from "@/lib/catalog/list-facets";
import { getListHref, NO_FILTERS, type ListFilters, type ListQuery } from "@/lib/catalog/list-query";
import { formatMoney } from "@/lib/money";

type FilterChipsProps = {
  path: string;
  query: ListQuery;
  groups: FilterGroup[];
  money: { currency: string; locale: string };
  text?: string | undefined;
};

type Chip = { name: string; label: string; without: ListFilters };

const CHIP =
  "inline-flex min-h-11 items-center gap-2 rounded-full border border-edge px-4 text-sm transition-colors hover:border-ink hover:bg-raised";

/** The chosen filters as links that take one off, and one that takes off all. Nothing if none is chosen. */
export function FilterChips({ path, query, groups, money, text }: FilterChipsProps) {
  const chips = listChips(query.filters, groups, money);
  if (chips.length === 0) return null;
  const getHref = (filters: ListFilters) => getListHref(path, { ...query, filters, page: 1 }, text);
  return (
    <ul aria-label="Chosen filters" data-testid="filter-chips" className="mb-6 flex flex-wrap gap-2">
      {chips.map(({ name, label, without }) => (
        <li key={name}>
          <a href={getHref(without)} aria-label={`Remove ${label}`} className={CHIP}>
            {label} <Icon name="close" className="size-4" />
          </a>
        </li>
      ))}
      <li>
        <a
          href={getHref(NO_FILTERS)}
          className="inline-flex min-h-11 items-center px-2 text-sm font-semibold link"
        >
          Clear all
        </a>
      </li>
    </ul>
  );
}

function listChips(
  filters: ListFilters,
  groups: readonly FilterGroup[],
  { currency, locale }: FilterChipsProps["money"],
): Chip[] {
  const format = (amount: number) => formatMoney({ amount, currency }, locale);
  const chosen = groups.flatMap(({ name, title, values }): Chip[] => {
    const value = getChosen(filters, name);
    if (value === null) return [];
    const label = values.find((each) => each.value === value)?.label ?? value;
    return [{ name, label: `${title}: ${label}`, without: omit(filters, name) }];
  });
  const { min, max, isInStock, isReduced } = filters;
  const flags: (Chip | false)[] = [
    min !== null && { name: "min", label: `From ${format(min)}`, without: { ...filters, min: null } },
    max !== null && { name: "max", label: `Up to ${format(max)}`, without: { ...filters, max: null } },
    isInStock && { name: "in-stock", label: "In stock", without: { ...filters, isInStock: false } },
    isReduced && { name: "reduced", label: "Reduced", without: { ...filters, isReduced: false } },
  ];
  return [...chosen, ...flags.filter((chip) => chip !== false)];
}

function omit(filters: ListFilters, name: string): ListFilters {
  if (name === "category" || name === "collection" || name === "material")
    return { ...filters, [name]: null };
  const { [name]: _, ...options } = filters.options;
  return { ...filters, options };
}
