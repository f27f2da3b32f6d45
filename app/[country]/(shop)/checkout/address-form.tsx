"use client";

import { saveAddress } from "./actions";
import { getFirstError } from "./address-form-values";
import { SavedAddresses } from "./saved-addresses";
import { AddressFields, type AddressFieldsProps } from "@/components/address/address-fields";
import { ActionForm } from "@/components/ui/action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { DeliveryCountry } from "@/lib/address/country-name";
import type { SavedAddress } from "@/lib/customer/customer";
import type { Market } from "@/lib/markets";
import { useState } from "react";
import { suggestEmail } from "./email-suggestion";
import { EmailInput } from "@/components/ui/email-input";

type AddressFormProps = {
  market: Market;
  /** The countries of this market's region. */
  countries: DeliveryCountry[];
  isSignedIn: boolean;
  /** The saved addresses in those countries. */
  choices: SavedAddress[];
  values: Record<string, string>;
  /** The title of the next step, in lower case. */
  next: string;
};

/** The form of the address step. After an error the typed values are kept, with and without JavaScript. */
export function AddressForm({
  market,
  countries,
  isSignedIn,
  choices,
  values: known,
  next,
}: AddressFormProps) {
  const { state, failure, form } = useFormAction(saveAddress, "address");
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
            name="saveToAddressBook"
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
          name="nextStep"
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

/** The billing address, hidden and shown by the checkbox with CSS alone, so that it needs no JavaScript. */
function BillingFields(props: Omit<AddressFieldsProps, "kind">) {
  return (
    <>
      <Checkbox
        name="sameAsBilling"
        label="Billing address is the same"
        defaultChecked={props.values.sameAsBilling === "on"}
        data-testid="billing-address-checkbox"
        className="mt-6"
      />
      <div className="group-has-[[name=sameAsBilling]:checked]/address:hidden">
        <h3 className="mt-5 mb-4 eyebrow">Bill to</h3>
        <AddressFields kind="billing" {...props} />
      </div>
    </>
  );
}

/**
 * Signs in with a button of the address form, which posts the typed values as a draft. Enter in a field still means
 * "continue", as browsers then use a form's first button.
 */
function SignInOffer({ next }: { next: string }) {
  return (
    <>
      <button type="submit" hidden aria-label={`Continue to ${next}`} />
      <p className="mb-6 flex flex-wrap items-center gap-x-3 text-sm text-muted">
        You have an account?
        <SubmitButton
          tone="secondary"
          size="small"
          name="nextStep"
          value="sign-in"
          data-testid="checkout-sign-in"
        >
          Sign in
        </SubmitButton>
        What you have typed stays.
      </p>
    </>
  );
}

type EmailFieldProps = Pick<AddressFieldsProps, "values" | "errors" | "focus">;

/** The e-mail address for the confirmation, with a suggestion for a likely typo. */
function EmailField({ values, errors, focus }: EmailFieldProps) {
  const [suggestion, setSuggestion] = useState<string | null>(null);
  const accept = (input: HTMLElement | null) => {
    if (input instanceof HTMLInputElement && suggestion) input.value = suggestion;
    setSuggestion(null);
    input?.focus();
  };
  return (
    <div>
      <EmailInput
        id="email"
        hint="For the confirmation, and nothing else."
        defaultValue={values.email}
        error={errors.email}
        autoFocus={focus === "email"}
        onBlur={(event) => setSuggestion(suggestEmail(event.target.value))}
        data-testid="shipping-email-input"
      />
      <p role="status" className="text-sm">
        {suggestion && (
          <>
            Did you mean{" "}
            <button
              type="button"
              className="min-h-11 font-medium wrap-anywhere link"
              onClick={() => accept(document.getElementById("email"))}
            >
              {suggestion}
            </button>
            ?
          </>
        )}
      </p>
    </div>
  );
}
