import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { AccountFrame } from "@/app/[country]/(shop)/account/account-frame";
import { OtherDevicesForm } from "./device-form";
import { EverywhereForm } from "./everywhere-form";
import { DeviceRow } from "./device-row";
import { listDevices } from "@/lib/session/devices";

export const instant = false;

export const metadata: Metadata = { title: "Security", robots: { index: false } };

type SecurityPageProps = { params: Promise<{ country: string }> };

export default async function SecurityPage({ params }: SecurityPageProps) {
  const market = requireMarket((await params).country);
  return (
    <AccountFrame
      market={market}
      section="/security"
      testId="security-page-wrapper"
      render={async () => {
        const devices = await listDevices();
        return (
          <>
            <section aria-labelledby="devices-heading" className="mt-6">
              <h2 id="devices-heading" className="display text-xl">
                Where you are signed in
              </h2>
              <p className="mt-2 text-muted">
                Each device has a session of its own. Ending one leaves the others alone.
              </p>
              <ul data-testid="devices" className="mt-4 border-t border-line">
                {devices.map((device) => (
                  <DeviceRow key={device.publicId} device={device} market={market} />
                ))}
              </ul>
              {devices.length > 1 && <OtherDevicesForm country={market.country} />}
            </section>
            <EverywhereForm country={market.country} />
          </>
        );
      }}
    />
  );
}
