import Link from "next/link";
import { listAddressLines } from "@/components/address/address-lines";
import { RadioCard } from "@/components/ui/radio-card";
import { toAddress, type SavedAddress } from "@/lib/customer/customer";

type SavedAddressesProps = {
  country: string;
  choices: SavedAddress[];
  values: Record<string, string>;
  error: string | undefined;
};

/** The saved addresses, and a choice that shows the fields for another one, with CSS alone. */
export function SavedAddresses({ country, choices, values, error }: SavedAddressesProps) {
  const card = (value: string) => ({
    name: "savedAddress",
    value,
    defaultChecked: values.savedAddress === value,
    "data-testid": "shipping-address-option",
    radioTestId: "shipping-address-radio",
    ...(error ? { "aria-describedby": "saved-address-error", "aria-invalid": true } : {}),
  });
  return (
    <fieldset data-testid="shipping-address-options">
      <legend className="sr-only">Your addresses</legend>
      {error && (
        <p id="saved-address-error" className="mb-3 text-sm font-medium text-bad">
          {error}
        </p>
      )}
      <div className="space-y-3">
        {choices.map((saved) => {
          const { id, isDefault, phone } = saved;
          const [name, ...lines] = listAddressLines(toAddress(saved));
          return (
            <div key={id}>
              <RadioCard
                {...card(id)}
                label={name}
                description={[...lines, phone].filter(Boolean).join(", ")}
                aside={isDefault ? <span className="text-sm text-muted">Default</span> : undefined}
              />
              <Link
                href={`/${country}/checkout?step=address&edit=${id}`}
                prefetch={false}
                data-testid="change-for-parcel-link"
                className="flex min-h-11 w-fit items-center px-4 text-sm link"
              >
                Change for this parcel<span className="sr-only">: {lines[0]}</span>
              </Link>
            </div>
          );
        })}
        <RadioCard {...card("new")} label="Another address" />
      </div>
    </fieldset>
  );
}
