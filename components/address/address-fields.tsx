import { AddressField, type AddressFieldProps } from "@/components/address/address-field";
import { CountrySelect, StateSelect } from "@/components/address/place-selects";
import type { FieldErrors } from "@/lib/errors";
import type { DeliveryCountry } from "@/lib/address/country-name";
import { getAddressFormat, type AddressFormat } from "@/lib/address/formats";

export type AddressFieldsProps = {
  /** The prefix of the field names ("shipping.city"), autocomplete tokens and test ids. */
  kind: "shipping" | "billing";
  /** The address book has other test ids. */
  isSaved?: boolean;
  /** Initial values and errors, by field name. */
  values: Record<string, string>;
  errors: FieldErrors;
  /** The field to focus after a post without JavaScript. */
  focus: string | undefined;
  countries: DeliveryCountry[];
  /** The country whose address format to use, if it is not the initial one. */
  country?: string;
};

type Rest = Omit<AddressFieldProps, keyof AddressFieldsProps>;

/** On a phone two fields share a row as halves, whatever their widths on a wide screen. */
const COLUMNS = {
  2: "col-span-3 sm:col-span-2",
  3: "col-span-3",
  4: "col-span-3 sm:col-span-4",
  6: "col-span-6",
} as const;

/** All fields of an address, in the order of the country's address format. */
export function AddressFields(props: AddressFieldsProps) {
  const country = props.country ?? props.values[`${props.kind}.country`] ?? "";
  const format = getAddressFormat(country);
  const field = (rest: Rest) => <AddressField key={rest.name} {...props} {...rest} />;
  return (
    <div className="grid grid-cols-6 gap-x-4 gap-y-5">
      {listNameFields().map(field)}
      {format.places.map(({ name, sixths }) => {
        const className = COLUMNS[sixths];
        if (name === "country") return <CountrySelect key={name} {...props} className={className} />;
        if (name === "province" && country === "us")
          return <StateSelect key={name} {...props} className={className} />;
        return field({ ...getPlaceField(name, format), className });
      })}
      {field({
        name: "phone",
        label: "Phone",
        autoComplete: "tel",
        type: "tel",
        inputMode: "tel",
        hint: "In case the carrier has a question.",
        className: COLUMNS[6],
      })}
    </div>
  );
}

function listNameFields(): Rest[] {
  const half = { required: true, className: COLUMNS[3] };
  const whole = { className: COLUMNS[6] };
  return [
    { name: "firstName", label: "First name", autoComplete: "given-name", ...half },
    { name: "lastName", label: "Last name", autoComplete: "family-name", ...half },
    { name: "company", label: "Company", autoComplete: "organization", ...whole },
    { name: "address1", label: "Address", autoComplete: "address-line1", required: true, ...whole },
    { name: "address2", label: "Apartment, floor, c/o", autoComplete: "address-line2", ...whole },
  ];
}

function getPlaceField(name: "postalCode" | "city" | "province", format: AddressFormat): Rest {
  switch (name) {
    case "postalCode":
      return {
        name,
        label: format.postalLabel,
        autoComplete: "postal-code",
        inputMode: format.postalInputMode,
        required: format.postalCodes !== undefined,
      };
    case "city":
      return { name, label: format.cityLabel, autoComplete: "address-level2", required: true };
    case "province":
      return {
        name,
        label: format.provinceLabel,
        autoComplete: "address-level1",
        required: format.isProvinceRequired,
      };
  }
}
