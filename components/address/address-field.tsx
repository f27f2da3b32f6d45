import type { ComponentProps } from "react";
import type { AddressFieldsProps } from "@/components/address/address-fields";
import { Field } from "@/components/ui/field";

/** The official starter's test ids, where they differ from the field's name. */
const TEST_IDS: Record<string, string> = {
  firstName: "first-name-input",
  lastName: "last-name-input",
  address1: "address-input",
  address2: "address-2-input",
};

/** The test ids in the address book; the others equal the field's name. */
const SAVED_TEST_IDS: Record<string, string> = {
  ...TEST_IDS,
  address1: "address-1-input",
  postalCode: "postal-code-input",
  province: "state-input",
};

function getTestId({ kind, isSaved }: Pick<AddressFieldsProps, "kind" | "isSaved">, name: string): string {
  if (isSaved) return SAVED_TEST_IDS[name] ?? `${name}-input`;
  if (name === "postalCode")
    return kind === "shipping" ? "shipping-postal-code-input" : "billing-postal-input";
  return `${kind}-${TEST_IDS[name] ?? `${name}-input`}`;
}

type Own = { name: string; label: string; autoComplete: string; hint?: string };

export type AddressFieldProps = AddressFieldsProps &
  Own &
  Pick<ComponentProps<"input">, "type" | "inputMode" | "required" | "className">;

/** A text field of an address. */
export function AddressField({
  kind,
  isSaved = false,
  values,
  errors,
  focus,
  countries: _countries,
  country: _country,
  name,
  autoComplete,
  ...field
}: AddressFieldProps) {
  const fullName = `${kind}.${name}`;
  return (
    <Field
      {...field}
      id={`${kind}-${name}`}
      name={fullName}
      autoComplete={`${kind} ${autoComplete}`}
      defaultValue={values[fullName] ?? ""}
      error={errors[fullName]}
      autoFocus={focus === fullName}
      data-testid={getTestId({ kind, isSaved }, name)}
    />
  );
}
