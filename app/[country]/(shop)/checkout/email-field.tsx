"use client";

import { useState } from "react";
import { suggestEmail } from "./email-suggestion";
import type { AddressFieldsProps } from "@/components/address/address-fields";
import { EmailInput } from "@/components/ui/email-input";

type EmailFieldProps = Pick<AddressFieldsProps, "values" | "errors" | "focus">;

/** Where the order's papers go. A likely slip is asked about before it costs somebody their confirmation. */
export function EmailField({ values, errors, focus }: EmailFieldProps) {
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
