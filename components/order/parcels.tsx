import { describeParcelStage } from "@/components/order/status-text";
import { Day } from "@/components/ui/day";
import { listKeys } from "@/components/ui/list-keys";
import type { Market } from "@/lib/markets";
import type { Parcel, Tracking } from "@/lib/orders/order";

type ParcelsProps = { parcels: Parcel[]; market: Market };

/** The parcels of an order: what is in each, where it is, and its number at the carrier. */
export function Parcels({ parcels, market }: ParcelsProps) {
  if (parcels.length === 0) return null;
  return (
    <ul aria-label="Parcels" className="mt-4 space-y-3">
      {parcels.map((parcel, index) => (
        <li key={parcel.id} data-testid="order-parcel" className="border border-line px-4 py-3 text-sm">
          <p className="font-medium">
            {parcels.length > 1 && `Parcel ${index + 1} of ${parcels.length}: `}
            {describeParcelStage(parcel.stage)} <span className="font-normal text-muted">since</span>{" "}
            <Day at={parcel.at} market={market} testId="order-parcel-date" />
          </p>
          {parcel.contents.length > 0 && (
            <p className="mt-1 wrap-break-word text-muted">
              {parcel.contents.map(({ title, quantity }) => `${quantity} × ${title}`).join("; ")}
            </p>
          )}
          <TrackingList trackings={parcel.trackings} />
        </li>
      ))}
    </ul>
  );
}

function TrackingList({ trackings }: { trackings: Tracking[] }) {
  const keys = listKeys(trackings.map(({ number }) => number));
  return trackings.map(({ number, url }, index) => (
    <p key={keys[index]} data-testid="order-tracking" className="wrap-anywhere">
      Tracking number{" "}
      {url ? (
        // The address of this page may hold a secret.
        <a href={url} rel="noreferrer" className="inline-flex min-h-11 items-center link">
          {number}
        </a>
      ) : (
        number
      )}
    </p>
  ));
}
