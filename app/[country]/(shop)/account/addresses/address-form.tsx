"use client";

import Link from "next/link";
import { useState, type FormEvent } from "react";
import { saveAddress } from "./actions";
import { AddressFields } from "@/components/address/address-fields";
import { ADDRESS_FIELD_NAMES, getAddressValues } from "@/components/address/address-values";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction } from "@/components/ui/use-form-action";
import { FormError } from "@/components/ui/form-error";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Address } from "@/lib/address/address";
import type { DeliveryCountry } from "@/lib/address/country-name";
import type { Market } from "@/lib/markets";

type AddressFormProps = { market: Market; countries: DeliveryCountry[]; id?: string; address?: Address };

/** The form for a new or changed address. */
export function AddressForm({ market, countries, id, address }: AddressFormProps) {
  const { country } = market;
  const { state, failure, form } = useFormAction(saveAddress, "saved-address");
  const values = failure?.values ?? getAddressValues("shipping", address ?? { country });
  const errors = failure?.fields ?? {};
  const [chosen, setChosen] = useState<string | null>(null);
  const onChange = ({ target }: FormEvent) => {
    if (target instanceof HTMLSelectElement && target.name === "shipping.country") setChosen(target.value);
  };
  const focus = ADDRESS_FIELD_NAMES.map((name) => `shipping.${name}`).find((name) => errors[name]);
  return (
    <ActionForm
      form={form}
      onChange={onChange}
      className="mt-6 max-w-2xl"
      data-testid={id ? "edit-address-modal" : "add-address-modal"}
    >
      <input type="hidden" name="country" value={country} />
      {id && <input type="hidden" name="id" value={id} />}
      <FormError state={state} marked={["shipping."]} testId="address-error" className="mb-6" />
      <AddressFields
        kind="shipping"
        isSaved
        values={values}
        errors={errors}
        focus={focus}
        countries={countries}
        {...(chosen ? { country: chosen } : {})}
      />
      <div className="mt-8 flex flex-wrap items-center gap-4">
        <SubmitButton data-testid="save-button">Save address</SubmitButton>
        <Link
          href={`/${country}/account/addresses`}
          prefetch={false}
          data-testid="cancel-button"
          className="flex min-h-11 items-center px-2 text-sm link"
        >
          Cancel
        </Link>
      </div>
    </ActionForm>
  );
}
