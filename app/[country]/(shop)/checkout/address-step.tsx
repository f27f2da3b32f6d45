import { AddressForm } from "./address-form";
import { getFirstValues, listChoices } from "./address-values";
import type { StepProps } from "./steps";
import { StepOutage } from "./step-outage";
import { orUnavailable } from "@/components/cart/unavailable";
import { getAddressBook } from "@/lib/checkout/address-book";
import { readDraft } from "@/lib/checkout/draft";

/** Who buys and where it goes, filled in with everything that is known already. */
export async function AddressStep({ cart, market, edited }: StepProps) {
  const book = await orUnavailable(getAddressBook());
  if (book === "unavailable") return <StepOutage href={`/${market.country}/checkout?step=address`} />;
  const choices = listChoices(book, market);
  const draft = await readDraft();
  return (
    <AddressForm
      market={market}
      isSignedIn={book !== null}
      choices={choices}
      values={getFirstValues({ cart, market, book, choices, draft, edited })}
    />
  );
}
