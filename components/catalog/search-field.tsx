import type { ComponentProps } from "react";
import { CONTROL } from "@/components/ui/control-style";
import { MAX_QUERY_LENGTH } from "@/lib/catalog/list-query";

/** The field of the search, on its page and in its dialog. */
export function SearchField(props: ComponentProps<"input">) {
  return (
    <input
      type="search"
      name="q"
      maxLength={MAX_QUERY_LENGTH}
      aria-label="Search for"
      placeholder="Wool, rain, plum…"
      autoComplete="off"
      enterKeyHint="search"
      data-testid="search-input"
      className={CONTROL}
      {...props}
    />
  );
}
