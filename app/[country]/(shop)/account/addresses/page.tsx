import type { Metadata } from "next";
import { requireMarket } from "@/lib/http/require-market";
import { getSearchParam } from "@/lib/http/search-param";
import { AccountFrame } from "@/app/[country]/(shop)/account/account-frame";
import { AddressCard } from "./address-card";
import { AddressForm } from "./address-form";
import { ButtonLink } from "@/components/ui/button-link";
import { listDeliveryCountries } from "@/lib/catalog/regions";
import { listAddresses } from "@/lib/customer/addresses";

export const instant = false;

export const metadata: Metadata = { title: "Your addresses", robots: { index: false } };

type AddressesPageProps = {
  params: Promise<{ country: string }>;
  searchParams: Promise<{ edit?: string | string[] }>;
};

/** `?edit=new` and `?edit={id}` show the form: a URL of its own, so that it needs no JavaScript. */
export default async function AddressesPage({ params, searchParams }: AddressesPageProps) {
  const market = requireMarket((await params).country);
  const edit = getSearchParam((await searchParams).edit);
  const path = `/${market.country}/account/addresses`;
  return (
    <AccountFrame
      market={market}
      section="/addresses"
      testId="addresses-page-wrapper"
      render={async () => {
        const addresses = await listAddresses();
        const edited = addresses.find(({ id }) => id === edit);
        if (edited ?? edit === "new") {
          const form = { market, countries: await listDeliveryCountries() };
          return edited ? (
            <AddressForm key={edited.id} {...form} id={edited.id} address={edited} />
          ) : (
            <AddressForm key="new" {...form} />
          );
        }
        return (
          <>
            <p className="mt-4 mb-6 text-muted">
              The defaults are filled in at the checkout: where the parcel goes, and where the bill goes.
            </p>
            <ButtonLink href={`${path}?edit=new`} prefetch={false} data-testid="add-address-button">
              Add an address
            </ButtonLink>
            <ul className="mt-8 grid gap-5 sm:grid-cols-2">
              {addresses.map((address) => (
                <AddressCard key={address.id} address={address} country={market.country} />
              ))}
            </ul>
          </>
        );
      }}
    />
  );
}
