import { listAddressLines } from "@/components/address/format";
import { RadioCard } from "@/components/ui/radio-card";
import type { SavedAddress } from "@/lib/customer/customer";

type SavedAddressesProps = {
  choices: SavedAddress[];
  values: Record<string, string>;
  error: string | undefined;
};

/** The customer's own addresses, and one more choice that shows the fields for another; by CSS alone. */
export function SavedAddresses({ choices, values, error }: SavedAddressesProps) {
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
        {choices.map(({ id, isDefault, ...address }) => {
          const [name, ...lines] = listAddressLines(address);
          return (
            <RadioCard
              key={id}
              {...card(id)}
              label={name}
              description={lines.join(", ")}
              aside={isDefault ? <span className="text-sm text-muted">Default</span> : undefined}
            />
          );
        })}
        <RadioCard {...card("new")} label="Another address" />
      </div>
    </fieldset>
  );
}
