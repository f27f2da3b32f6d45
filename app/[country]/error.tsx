"use client";

import { useParams } from "next/navigation";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { MessagePage } from "@/components/ui/message-page";

/** Whatever a page could not cope with. Says nothing of the cause: that is in the server's log. */
export default function CountryError({ retry }: { error: unknown; retry: () => void }) {
  const { country } = useParams<{ country: string }>();
  return (
    <MessagePage
      title="One moment, please"
      text="The back room is not answering. Nothing you left with us is lost: your cart and your orders are where they were."
    >
      <div role="alert" className="sr-only">
        This page could not be shown.
      </div>
      <div className="flex flex-wrap gap-3">
        <Button onClick={retry}>Try again</Button>
        <ButtonLink tone="secondary" href={`/${country}`}>
          To the front of the shop
        </ButtonLink>
      </div>
    </MessagePage>
  );
}
