import { expect, test } from "vitest";
import type { BackendCart } from "@/lib/cart/backend-cart";
import { listShipments } from "@/lib/cart/shipments";

const item = (title: string, profile: string | null, requires_shipping = true) => ({
  title,
  requires_shipping,
  variant: { product: { shipping_profile: profile ? { id: profile } : null } },
});

const method = (id: string, profile: string | null) => ({
  name: id,
  amount: 5,
  shipping_option_id: id,
  shipping_option: profile ? { shipping_profile_id: profile } : null,
});

const list = (items: object[], shipping_methods: object[] = []) =>
  listShipments({ items, shipping_methods, currency_code: "usd" } as unknown as BackendCart);

test("Things of one profile go together, with the delivery that is chosen for it", () => {
  const shipments = list(
    [item("Hat", "sp_b"), item("Anvil", "sp_a"), item("Hat", "sp_b")],
    [method("so_1", "sp_b")],
  );
  expect(shipments).toEqual([
    { profileId: "sp_a", titles: ["Anvil"], delivery: null },
    {
      profileId: "sp_b",
      titles: ["Hat"],
      delivery: { id: "so_1", name: "so_1", price: { amount: 5, currency: "usd" } },
    },
  ]);
});

test("What is not shipped, has no profile, or is deleted is in no shipment", () => {
  expect(
    list([item("File", "sp_a", false), item("Pattern", null), { title: "Gone", variant: null }]),
  ).toEqual([]);
});

test("A method whose option is deleted is no delivery", () => {
  expect(list([item("Hat", "sp_a")], [method("so_gone", null)])[0]?.delivery).toBeNull();
});
