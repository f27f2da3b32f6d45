import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/control-style";
import { MAX_QUERY_LENGTH } from "@/lib/catalog/list-query";

/** The search field with its button. */
export function SearchInput({ query }: { query?: string }) {
  return (
    <>
      <input
        type="search"
        name="q"
        key={query}
        defaultValue={query}
        maxLength={MAX_QUERY_LENGTH}
        aria-label="Search for"
        placeholder="Wool, rain, plum…"
        autoComplete="off"
        enterKeyHint="search"
        data-testid="search-input"
        className={CONTROL}
      />
      <Button type="submit">Search</Button>
    </>
  );
}
