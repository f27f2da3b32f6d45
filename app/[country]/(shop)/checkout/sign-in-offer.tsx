import { SubmitButton } from "@/components/ui/submit-button";

/**
 * For who has an account: a button of the address form, so that what was typed goes along. Enter in a field is still
 * "continue", since browsers then press a form's first button.
 */
export function SignInOffer({ next }: { next: string }) {
  return (
    <>
      <button type="submit" hidden aria-label={`Continue to ${next}`} />
      <p className="mb-6 flex flex-wrap items-center gap-x-3 text-sm text-muted">
        You have an account?
        <SubmitButton
          tone="secondary"
          size="small"
          name="onward"
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
