import { AddressForm } from "./address-form";
import { getFirstValues, listChoices } from "./address-values";
import type { StepProps } from "./steps";
import { StepOutage } from "./step-outage";
import { STEP_TITLES } from "./step-titles";
import { orUnavailable } from "@/components/cart/or-unavailable";
import { listDeliveryCountries } from "@/lib/catalog/regions";
import { getAddressBook } from "@/lib/checkout/address-book";
import { readDraft } from "@/lib/checkout/draft";
import { listSteps } from "@/lib/checkout/steps";

/** Who buys and where it goes, filled in with everything that is known already. */
export async function AddressStep({ cart, market, edited }: StepProps) {
  const [book, countries] = await Promise.all([
    orUnavailable(getAddressBook()),
    orUnavailable(listDeliveryCountries(market.country)),
  ]);
  if (book === "unavailable" || countries === "unavailable")
    return <StepOutage href={`/${market.country}/checkout?step=address`} />;
  const choices = listChoices(book, countries);
  const draft = await readDraft();
  const [, next = "payment"] = listSteps(cart);
  return (
    <AddressForm
      key={edited}
      market={market}
      countries={countries}
      isSignedIn={book !== null}
      choices={choices}
      next={STEP_TITLES[next].toLowerCase()}
      values={getFirstValues({ cart, market, book, choices, draft, edited })}
    />
  );
}
