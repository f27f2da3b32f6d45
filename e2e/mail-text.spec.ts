import { apiTest as test, expect } from "./support/api-test";
import { readMail } from "./support/mailbox";
import { ADDRESS, findVariantId, createReadyCart } from "./support/place-order-via-api";
import { newEmail } from "./support/medusa-store-api";

const LINK = "Your parcel waits at https://evil.example/pay";
const SIBLINGS = [
  "www.evil.example",
  "evil.example",
  "mailto:a@evil",
  "Ida\u202e",
  "Ida\u2028Pay now",
  "a".repeat(121),
];

test("A name with a link in it is refused wherever the backend takes names", async ({
  storeApi,
  customer,
}) => {
  const { token } = customer;
  const variantId = await findVariantId(storeApi, "attendants-scarf");
  const id = await createReadyCart(storeApi, { variantId, quantity: 1, email: newEmail() });
  for (const name of [LINK, ...SIBLINGS])
    for (const field of ["first_name", "last_name"]) {
      const named = { ...ADDRESS, [field]: name };
      const responses = [
        storeApi.post("/store/carts", { body: { shipping_address: named } }),
        storeApi.post(`/store/carts/${id}`, { body: { shipping_address: named } }),
        storeApi.post(`/store/carts/${id}`, { body: { billing_address: named } }),
        storeApi.post("/store/customers/me", { token, body: { [field]: name } }),
        storeApi.post("/store/customers/me/addresses", { token, body: named }),
      ];
      for (const { status, body } of await Promise.all(responses))
        expect([status, (body as { code?: string }).code], name).toEqual([400, "unusable_name"]);
    }
});

test("Other address fields that a stranger types cannot put a link into a mail", async ({ storeApi }) => {
  const email = newEmail();
  const variantId = await findVariantId(storeApi, "attendants-scarf");
  const id = await createReadyCart(storeApi, { variantId, quantity: 1, email });
  const evil = {
    ...ADDRESS,
    first_name: "Your account was closed, and we need you to call us",
    company: LINK,
    address_1: "www.evil.example",
    address_2: "evil.example/pay",
    city: "me@evil.example",
    province: "mailto:me@evil.example",
    postal_code: "evil.example",
    phone: "evil.example",
  };
  await storeApi.post(`/store/carts/${id}`, { body: { shipping_address: evil, billing_address: evil } });
  type Options = { shipping_options: { id: string }[] };
  const options = await storeApi.get<Options>(`/store/shipping-options?cart_id=${id}`);
  await storeApi.post(`/store/carts/${id}/shipping-methods`, {
    body: { option_id: options.body.shipping_options[0]?.id },
  });
  const created = await storeApi.post<{ payment_collection: { id: string } }>("/store/payment-collections", {
    body: { cart_id: id },
  });
  const sessions = `/store/payment-collections/${created.body.payment_collection.id}/payment-sessions`;
  await storeApi.post(sessions, { body: { provider_id: "pp_system_default" } });
  expect((await storeApi.post(`/store/carts/${id}/complete`)).status).toBe(200);
  const mail = await readMail("order-confirmation", email);
  const [, body = ""] = mail.split(/\r?\n\r?\n(.*)/s);
  expect(body).toContain("Hello,");
  expect(body).not.toMatch(/evil\.example|:\/\/evil|www\.|mailto:m|@evil/);
});
