import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/control-style";

/** The search field with its button. */
export function SearchInput({ query }: { query?: string }) {
  return (
    <>
      <input
        type="search"
        name="q"
        key={query}
        defaultValue={query}
        maxLength={80}
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
