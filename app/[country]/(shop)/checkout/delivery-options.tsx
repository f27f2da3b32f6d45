import { useId } from "react";
import { RadioCard } from "@/components/ui/radio-card";
import type { DeliveryChoice } from "@/lib/checkout/delivery";
import { formatMoney } from "@/lib/money";

type DeliveryOptionsProps = DeliveryChoice & {
  name: string;
  /** Which of several shipments it is, such as "1 of 2"; null when there is only one. */
  place: string | null;
  error: string | undefined;
  locale: string;
};

/** How one shipment gets there, and what is in it where there are several. */
export function DeliveryOptions({ shipment, options, name, place, error, locale }: DeliveryOptionsProps) {
  const errorId = useId();
  const chosen = options.find(({ id }) => id === shipment.delivery?.id) ?? options[0];
  return (
    <fieldset aria-describedby={error ? errorId : undefined}>
      <legend className={place ? "mb-3" : "sr-only"}>
        {place ? (
          <>
            <span className="block font-medium">Delivery {place}</span>
            <span className="block text-sm text-muted">{shipment.titles.join(", ")}</span>
          </>
        ) : (
          "Ways of delivery"
        )}
      </legend>
      {error && (
        <p id={errorId} className="mb-3 text-sm font-medium text-bad">
          {error}
        </p>
      )}
      <div className="space-y-3">
        {options.map(({ id, name: label, description, price }) => (
          <RadioCard
            key={id}
            name={name}
            value={id}
            defaultChecked={id === chosen?.id}
            aria-invalid={error ? true : undefined}
            label={label}
            description={description}
            aside={price.amount === 0 ? "Free" : formatMoney(price, locale)}
            data-testid="delivery-option-radio"
          />
        ))}
      </div>
    </fieldset>
  );
}
