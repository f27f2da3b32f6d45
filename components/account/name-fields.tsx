import { Field } from "@/components/ui/field";
import type { FieldErrors } from "@/lib/errors";

type NameFieldsProps = { values: Record<string, string>; errors: FieldErrors };

/** First and last name, side by side if there is room. */
export function NameFields({ values, errors }: NameFieldsProps) {
  return (
    <div className="grid gap-5 sm:grid-cols-2">
      <Field
        name="firstName"
        label="First name"
        autoComplete="given-name"
        required
        defaultValue={values.firstName}
        error={errors.firstName}
        data-testid="first-name-input"
      />
      <Field
        name="lastName"
        label="Last name"
        autoComplete="family-name"
        required
        defaultValue={values.lastName}
        error={errors.lastName}
        data-testid="last-name-input"
      />
    </div>
  );
}
