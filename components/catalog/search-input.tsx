import { SearchField } from "@/components/catalog/search-field";
import { Button } from "@/components/ui/button";

/** The search field with its button. */
export function SearchInput({ query }: { query?: string }) {
  return (
    <>
      <SearchField key={query} defaultValue={query} />
      <Button type="submit">Search</Button>
    </>
  );
}
