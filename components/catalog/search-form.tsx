import clsx from "clsx";
import { Button } from "@/components/ui/button";
import { CONTROL } from "@/components/ui/control-style";

type SearchFormProps = { action: string; query?: string; className?: string };

/** A plain form that asks for a page: the address of a search can be kept and shared. */
export function SearchForm({ action, query, className }: SearchFormProps) {
  return (
    <form
      action={action}
      role="search"
      data-testid="search-modal-container"
      className={clsx("flex gap-2", className)}
    >
      <input
        type="search"
        name="q"
        key={query}
        defaultValue={query}
        maxLength={80}
        aria-label="Search for"
        placeholder="A scarf, an umbrella, something in plum"
        autoComplete="off"
        enterKeyHint="search"
        data-testid="search-input"
        className={CONTROL}
      />
      <Button type="submit">Search</Button>
    </form>
  );
}
