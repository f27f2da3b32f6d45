"use client";

import { usePathname } from "next/navigation";
import { useRef, type FormEvent } from "react";
import { getErrorMessage } from "@/components/ui/error-text";
import { getCanonicalHref } from "@/components/catalog/list-href";
import { ActionForm } from "@/components/ui/action-form";
import { useFormAction, type FormAction } from "@/components/ui/use-form-action";
import { Icon } from "@/components/ui/icon";
import { Notice } from "@/components/ui/notice";
import { RecoveryLink } from "@/components/ui/recovery-link";
import { MARKETS, type Market } from "@/lib/markets";

/** Redirects to the country, so it only returns failures. */
export type SwitchCountry = FormAction<never>;

type CountryFormProps = { market: Market; switchCountry: SwitchCountry };

/**
 * The list of countries; choosing one leads to the same page there. The path that a page was prerendered for is not always
 * the one in the address bar (`?page=2` is rewritten to a path), so the form sends the latter if it can.
 */
export function CountryForm({ market, switchCountry }: CountryFormProps) {
  const { state, form, isPending } = useFormAction(switchCountry, "country");
  const path = useRef<HTMLInputElement>(null);
  const builtAddress = getCanonicalHref(usePathname());

  function onSubmit(event: FormEvent<HTMLFormElement>) {
    if (path.current) path.current.value = window.location.pathname + window.location.search;
    form.onSubmit(event);
  }

  return (
    <ActionForm
      form={form}
      onSubmit={onSubmit}
      aria-busy={isPending || undefined}
      className="p-2 aria-busy:cursor-progress"
    >
      <input ref={path} type="hidden" name="path" defaultValue={builtAddress} suppressHydrationWarning />
      <p className="px-3 pt-3 pb-2 eyebrow">Ship to</p>
      {MARKETS.map(({ country, name, currency }) => (
        <button
          key={country}
          name="country"
          value={country}
          data-testid={`select-${country}-choice`}
          aria-current={country === market.country || undefined}
          className="flex min-h-11 w-full items-center gap-2 rounded-sm px-3 text-left text-sm transition-colors hover:bg-sunken aria-[current]:font-semibold"
        >
          <span className="flex-1">{name}</span>
          {country === market.country && <Icon name="check" className="size-4 text-accent-text" />}
          <span className="w-9 text-right text-muted">{currency.toUpperCase()}</span>
        </button>
      ))}
      {state?.ok === false && (
        <Notice tone="bad" className="mt-2">
          {getErrorMessage(state)} <RecoveryLink code={state.code} />
        </Notice>
      )}
    </ActionForm>
  );
}
