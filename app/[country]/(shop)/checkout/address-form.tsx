"use client";

import { saveAddress } from "./actions";
import { getFirstError } from "./address-values";
import { BillingFields } from "./billing-fields";
import { EmailField } from "./email-field";
import { SavedAddresses } from "./saved-addresses";
import { SignInOffer } from "./sign-in-offer";
import { AddressFields } from "@/components/address/address-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DeliveryCountry } from "@/lib/address/country-name";
import type { SavedAddress } from "@/lib/customer/customer";
import type { Market } from "@/lib/markets";

type AddressFormProps = {
  market: Market;
  /** Those of this shop's region. */
  countries: DeliveryCountry[];
  isSignedIn: boolean;
  /** The customer's addresses that this shop delivers to. */
  choices: SavedAddress[];
  values: Record<string, string>;
  /** The step after this one, as a word in a sentence. */
  next: string;
};

/** What was typed comes back with every failure, with and without JavaScript. */
export function AddressForm({
  market,
  countries,
  isSignedIn,
  choices,
  values: known,
  next,
}: AddressFormProps) {
  const { state, form } = useFormAction(saveAddress, "address");
  const failure = state?.ok === false ? state : null;
  const values = failure?.values ?? known;
  const errors = failure?.fields ?? {};
  const fields = { values, errors, focus: getFirstError(errors), countries };
  const hasChoice = choices.length > 0;
  return (
    <ActionForm form={form} className="group/address max-w-2xl">
      <input type="hidden" name="country" value={market.country} />
      {!isSignedIn && <SignInOffer next={next} />}
      <FormError
        state={state}
        marked={["email", "savedAddress", "shipping.", "billing."]}
        testId="address-error-message"
        className="mb-6"
      />
      <EmailField {...fields} />
      <h3 className="mt-9 mb-4 eyebrow">Deliver to</h3>
      {hasChoice && (
        <SavedAddresses
          country={market.country}
          choices={choices}
          values={values}
          error={errors.savedAddress}
        />
      )}
      <div className={hasChoice ? "mt-6 hidden group-has-[[value=new]:checked]/address:block" : undefined}>
        <AddressFields kind="shipping" {...fields} />
        {isSignedIn && (
          <Checkbox
            name="keepAddress"
            label="Save this address for next time"
            defaultChecked={values.saveToAddressBook === "on"}
            data-testid="save-address-checkbox"
            className="mt-6"
          />
        )}
      </div>
      <BillingFields {...fields} />
      <Buttons next={next} hasChoice={hasChoice} />
    </ActionForm>
  );
}

function Buttons({ next, hasChoice }: { next: string; hasChoice: boolean }) {
  return (
    <div className="mt-8 flex flex-wrap gap-4">
      <SubmitButton size="large" data-testid="submit-address-button" className="w-full sm:w-auto">
        Continue to {next}
      </SubmitButton>
      {hasChoice && (
        <SubmitButton
          tone="secondary"
          size="large"
          name="onward"
          value="review"
          data-testid="straight-to-review-button"
          className="w-full sm:w-auto"
        >
          Straight to the review
        </SubmitButton>
      )}
    </div>
  );
}
