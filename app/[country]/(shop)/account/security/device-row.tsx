import { DeviceForm } from "./device-form";
import { Badge } from "@/components/ui/badge";
import { formatDayAndTime } from "@/lib/dates";
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
          Last used <Moment at={lastUsedAt} market={market} /> · signed in{" "}
          <Moment at={signedInAt} market={market} />
        </p>
      </div>
      {!isThisOne && <DeviceForm country={market.country} publicId={publicId} name={name} />}
    </li>
  );
}

function Moment({ at, market }: { at: Date; market: Market }) {
  const text = at.toISOString();
  return <time dateTime={text}>{formatDayAndTime(text, market)}</time>;
}
