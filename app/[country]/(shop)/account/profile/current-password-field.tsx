import { Field } from "@/components/ui/field";

/** What shows that it is the owner who asks for the change. */
export function CurrentPasswordField({ error }: { error: string | undefined }) {
  return (
    <Field
      name="currentPassword"
      label="Current password"
      type="password"
      autoComplete="current-password"
      required
      error={error}
      data-testid="old-password-input"
    />
  );
}
