import type { Metadata } from "next";
import { CountrySearchForm } from "@/components/catalog/country-search-form";
import { SearchInput } from "@/components/catalog/search-input";
import { Button } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

export const metadata: Metadata = { title: "Not found" };

/** The not-found page inside the country's layout, with a search. */
export default function NotFound() {
  return (
    <MessagePage
      ticket="Page not found"
      title="Nothing on this hook"
      text="What you came for has been collected, or was never left with us. Look for it by name, or have a look around."
    >
      <CountrySearchForm path="search" className="flex w-full max-w-xl gap-2">
        <SearchInput />
      </CountrySearchForm>
      <CountrySearchForm path="store" className="mt-6">
        <Button type="submit" tone="secondary">
          Look around the shop
        </Button>
      </CountrySearchForm>
    </MessagePage>
  );
}
