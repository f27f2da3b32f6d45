import { DeviceForm } from "./device-form";
import { Badge } from "@/components/ui/badge";
import type { Market } from "@/lib/markets";
import type { SignedInDevice } from "@/lib/session/devices";

/** A signed-in device. Times are in the market's time zone, which is shown. */
export function DeviceRow({ device, market }: { device: SignedInDevice; market: Market }) {
  const { publicId, name, signedInAt, lastUsedAt, isThisOne } = device;
  return (
    <li
      data-testid="device-row"
      className="flex flex-wrap items-center gap-x-6 gap-y-3 border-b border-line py-4"
    >
      <div className="min-w-0 flex-1">
        <p className="font-medium" data-testid="device-name">
          {name}
          {isThisOne && (
            <Badge data-testid="this-device" className="ml-3 border border-edge">
              This device
            </Badge>
          )}
        </p>
        <p className="text-sm text-muted">
          Last used {formatMoment(lastUsedAt, market)} · signed in {formatMoment(signedInAt, market)}
        </p>
      </div>
      {!isThisOne && <DeviceForm country={market.country} publicId={publicId} name={name} />}
    </li>
  );
}

function formatMoment(at: Date, { locale, timeZone }: Market) {
  const text = at.toLocaleString(locale, {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZone,
    timeZoneName: "short",
  });
  return <time dateTime={at.toISOString()}>{text}</time>;
}
