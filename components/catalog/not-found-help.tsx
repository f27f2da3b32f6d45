"use client";

import { useParams } from "next/navigation";
import { SearchForm } from "@/components/catalog/search-form";
import { ButtonLink } from "@/components/ui/button-link";
import { MessagePage } from "@/components/ui/message-page";

/** A page that is not there, within a country: a not-found page is told no params, so it reads them from the address. */
export function NotFoundHelp() {
  const { country } = useParams<{ country: string }>();
  return (
    <MessagePage
      ticket="No. 404"
      title="Nothing on this hook"
      text="What you came for has been collected, or was never left with us. Look for it by name, or have a look around."
    >
      <SearchForm action={`/${country}/search`} className="w-full max-w-xl" />
      <ButtonLink tone="secondary" href={`/${country}/store`} className="mt-6">
        Shop all
      </ButtonLink>
    </MessagePage>
  );
}
