import type { ReactNode } from "react";
import type { AddressFieldsProps } from "@/components/address/address-fields";
import { US_STATES } from "@/components/address/us-states";
import { SelectField } from "@/components/ui/select-field";

type PlaceSelectProps = AddressFieldsProps & { className: string };

/** The countries of this market's region; others are chosen in the header. */
export function CountrySelect(props: PlaceSelectProps) {
  const { kind, isSaved, countries } = props;
  return (
    <PlaceSelect
      {...props}
      name="country"
      label="Country"
      autoComplete="country"
      testId={isSaved ? "country-select" : `${kind}-country-select`}
    >
      {countries.map(({ country, name }) => (
        <option key={country} value={country}>
          {name}
        </option>
      ))}
    </PlaceSelect>
  );
}

export function StateSelect(props: PlaceSelectProps) {
  return (
    <PlaceSelect
      {...props}
      name="province"
      label="State"
      autoComplete="address-level1"
      testId={props.isSaved ? "state-input" : `${props.kind}-province-input`}
    >
      <option value="">Choose…</option>
      {US_STATES.map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </PlaceSelect>
  );
}

type NamedSelectProps = PlaceSelectProps & {
  name: string;
  label: string;
  autoComplete: string;
  testId: string;
  children: ReactNode;
};

function PlaceSelect({ kind, values, errors, focus, className, name, testId, ...select }: NamedSelectProps) {
  const { label, autoComplete, children } = select;
  const fullName = `${kind}.${name}`;
  const value = values[fullName] ?? "";
  return (
    <SelectField
      // React resets a select to its first default after an action; a new key gives it a new default.
      key={value}
      id={`${kind}-${name}`}
      name={fullName}
      label={label}
      required
      autoComplete={`${kind} ${autoComplete}`}
      defaultValue={value}
      error={errors[fullName]}
      autoFocus={focus === fullName}
      data-testid={testId}
      className={className}
    >
      {children}
    </SelectField>
  );
}
