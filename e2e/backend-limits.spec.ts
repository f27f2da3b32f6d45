import { createHmac, randomUUID } from "node:crypto";
import { apiTest as test, expect } from "./support/api-test";
import { environment } from "./support/environment";
import { newClientIp } from "./support/identity";
import { newEmail, registerCustomer, MedusaStoreApi } from "./support/medusa-store-api";

const wrongPassword = (email: string) => ({ body: { email, password: `wrong-${randomUUID()}` } });
const PATH = "/auth/customer/emailpass";

async function exhaustAttempts(storeApi: MedusaStoreApi, email: string): Promise<number[]> {
  const tries = Array.from({ length: 14 }, () => storeApi.post(PATH, wrongPassword(email)));
  return (await Promise.all(tries)).map(({ status }) => status);
}

test("Passwords guessed at the backend itself are refused after ten tries, many at once as well", async ({
  storeApi,
}) => {
  const { email } = await registerCustomer(storeApi);
  const statuses = await exhaustAttempts(storeApi, email);
  expect(statuses.filter((status) => status === 401)).toHaveLength(10);
  expect(statuses.filter((status) => status === 429)).toHaveLength(4);
  const refused = await storeApi.post(PATH, wrongPassword(email));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  // Medusa also signs in with GET, and with the address in any case.
  expect((await storeApi.get(PATH, wrongPassword(email.toUpperCase()))).status).toBe(429);
});

test("A stranger's wrong tries do not lock out the owner, nor the shopkeeper", async ({ request }) => {
  const owner = new MedusaStoreApi(request);
  const { email, password } = await registerCustomer(owner);
  const stranger = new MedusaStoreApi(request);
  await exhaustAttempts(stranger, email);
  expect((await owner.post(PATH, { body: { email, password } })).status).toBe(200);
  const { admin } = environment;
  const tries = Array.from({ length: 12 }, () =>
    stranger.post("/auth/user/emailpass", wrongPassword(admin.email)),
  );
  expect((await Promise.all(tries)).map(({ status }) => status)).toContain(429);
  expect((await owner.post("/auth/user/emailpass", { body: admin })).status).toBe(200);
});

test("The right password resets the count", async ({ storeApi }) => {
  const { email, password } = await registerCustomer(storeApi);
  for (let round = 0; round < 3; round += 1) {
    for (let tries = 0; tries < 6; tries += 1)
      expect((await storeApi.post(PATH, wrongPassword(email))).status).toBe(401);
    expect((await storeApi.post(PATH, { body: { email, password } })).status).toBe(200);
  }
});

test("Resets are counted too: nobody fills a mailbox through the backend", async ({ storeApi }) => {
  const { email } = await registerCustomer(storeApi);
  const requestReset = () => storeApi.post(`${PATH}/reset-password`, { body: { identifier: email } });
  expect(
    [await requestReset(), await requestReset(), await requestReset(), await requestReset()].map(
      ({ status }) => status,
    ),
  ).toEqual([201, 201, 201, 429]);
});

test("One IPv6 network counts as one client, and addresses that the proxy did not add are ignored", async ({
  request,
}) => {
  const email = newEmail();
  const at = (address: string) => new MedusaStoreApi(request, { "x-forwarded-for": address });
  const network = `2001:db8:${Math.floor(Math.random() * 65_000).toString(16)}:1`;
  for (let host = 1; host <= 10; host += 1)
    expect((await at(`${network}::${host}`).post(PATH, wrongPassword(email))).status).toBe(401);
  expect((await at(`${network}:ffff::1`).post(PATH, wrongPassword(email))).status).toBe(429);
  expect((await at(`198.51.100.7, ${network}::1`).post(PATH, wrongPassword(email))).status).toBe(429);
});

test("The storefront is not rate limited, and cannot be impersonated", async ({ request }) => {
  const proof = createHmac("sha256", environment.revalidateSecret)
    .update("x-cloakroom-storefront")
    .digest("hex");
  const storefront = new MedusaStoreApi(request, { ...newClientIp(), "x-cloakroom-storefront": proof });
  expect(await exhaustAttempts(storefront, newEmail())).toEqual(Array(14).fill(401));
  for (const forged of [
    "1",
    proof.replace(/^../, "00"),
    createHmac("sha256", "").update("x-cloakroom-storefront").digest("hex"),
  ])
    expect(
      await exhaustAttempts(
        new MedusaStoreApi(request, { ...newClientIp(), "x-cloakroom-storefront": forged }),
        newEmail(),
      ),
    ).toContain(429);
});

test("Guests' new e-mail addresses are counted by IP address, and known ones are not", async ({
  storeApi,
}) => {
  const regions = await storeApi.get<{ regions: { id: string }[] }>("/store/regions");
  const region_id = regions.body.regions[0]?.id;
  const open = (email: string) => storeApi.post("/store/carts", { body: { region_id, email } });
  const known = newEmail();
  expect((await open(known)).status).toBe(200);
  const openMany = (length: number) => Promise.all(Array.from({ length }, () => open(newEmail())));
  const statuses: number[] = [];
  // A few at a time: a hundred carts at once would keep the backend from everybody else's for many seconds.
  for (const length of [...Array<number>(9).fill(10), 11])
    statuses.push(...(await openMany(length)).map(({ status }) => status));
  expect(statuses.filter((status) => status === 200)).toHaveLength(99);
  expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  expect((await open(known)).status).toBe(200);
});
