import { AdminApi } from "./support/admin-api";
import { expect, test } from "./support/fixtures";
import { HttpBrowser } from "./support/http-browser";
import { readAmount } from "./support/promotions";

const SCARF = 118;

/**
 * Goes to the delivery step as a guest from this state.
 * @returns the page
 */
async function goToDelivery(state: string): Promise<string> {
  const guest = new HttpBrowser();
  const typed = { "option:Colour": "Oat", quantity: "1", then: "cart" };
  await guest.submit("/us/products/attendants-scarf", "handle", typed);
  const response = await guest.submit("/us/checkout?step=address", "address", {
    email: "taxed@cloakroom.test",
    "shipping.firstName": "Ada",
    "shipping.lastName": "Lovelace",
    "shipping.address1": "1 Main Street",
    "shipping.city": "Cheyenne",
    "shipping.province": state,
    "shipping.postalCode": "82001",
    "shipping.country": "us",
    sameAsBilling: "on",
  });
  expect(response.location).toBe("/us/checkout?step=delivery");
  return response.html;
}

test("A state's own tax is charged and its own delivery offered, in whatever form the shopkeeper and the shopper name it", async () => {
  const admin = await AdminApi.signIn();
  type Regions = { tax_regions: { id: string; country_code: string; province_code: string | null }[] };
  const { tax_regions } = await admin.get<Regions>("/tax-regions?limit=100");
  const parent_id = tax_regions.find((each) => each.country_code === "us" && !each.province_code)?.id;
  const tax = (province_code: string, rate: number) =>
    admin.create("/tax-regions", "tax_region", {
      country_code: "us",
      parent_id,
      province_code,
      default_tax_rate: { name: "State tax", code: province_code, rate },
    });
  try {
    // As the dashboard writes it, and as an API client may.
    await tax("us-wy", 9);
    await tax("MT", 0);
    await createZone(admin, "WY");

    const wyoming = await goToDelivery("WY");
    expect(readAmount(wyoming, "cart-taxes")).toBeCloseTo(SCARF * 0.09, 2);
    expect(readAmount(wyoming, "cart-total")).toBeCloseTo(SCARF * 1.09, 2);
    expect(wyoming).toContain("Cheyenne, WY 82001");
    expect(wyoming).toContain("By sleigh");

    const montana = await goToDelivery("Montana");
    expect(readAmount(montana, "cart-taxes")).toBe(0);
    expect(readAmount(montana, "cart-total")).toBe(SCARF);
    expect(montana).not.toContain("By sleigh");

    const idaho = await goToDelivery("ID");
    expect(readAmount(idaho, "cart-taxes"), "the country's rate").toBeCloseTo(SCARF * 0.04, 2);
  } finally {
    await admin.cleanUp();
  }
});

/** Creates a service zone for one state, with a shipping option. */
async function createZone(admin: AdminApi, province_code: string): Promise<void> {
  type Locations = { stock_locations: { fulfillment_sets?: { id: string }[] }[] };
  const { stock_locations } = await admin.get<Locations>("/stock-locations?fields=id,*fulfillment_sets");
  const set = stock_locations.flatMap(({ fulfillment_sets }) => fulfillment_sets ?? [])[0]?.id ?? "";
  const response = await admin.post<{ fulfillment_set: { service_zones: { id: string; name: string }[] } }>(
    `/fulfillment-sets/${set}/service-zones`,
    { name: `Only ${province_code}`, geo_zones: [{ type: "province", country_code: "us", province_code }] },
  );
  const zone = response.fulfillment_set.service_zones.find(({ name }) => name === `Only ${province_code}`);
  admin.cleanUpLater(() => admin.delete(`/fulfillment-sets/${set}/service-zones/${zone?.id}`));
  type Found = { shipping_profiles: { id: string }[]; shipping_option_types: { id: string }[] };
  const { shipping_profiles } = await admin.get<Found>("/shipping-profiles");
  const { shipping_option_types } = await admin.get<Found>("/shipping-option-types");
  await admin.create("/shipping-options", "shipping_option", {
    name: "By sleigh",
    service_zone_id: zone?.id,
    shipping_profile_id: shipping_profiles[0]?.id,
    type_id: shipping_option_types[0]?.id,
    provider_id: "manual_manual",
    price_type: "flat",
    prices: [{ currency_code: "usd", amount: 3 }],
    rules: [
      { attribute: "enabled_in_store", operator: "eq", value: "true" },
      { attribute: "is_return", operator: "eq", value: "false" },
    ],
  });
}
