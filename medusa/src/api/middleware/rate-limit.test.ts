import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http";
import { expect, it } from "vitest";
import { limitPromotionCodes } from "./rate-limit";

/** The names of the limits that a request with these parameters and this body counts against. */
async function listCounted(params: Record<string, string>, body: object): Promise<string[]> {
  const counted: string[] = [];
  const limits = {
    consume: (limit: { name: string }) => Promise.resolve(counted.push(limit.name) && 0),
  };
  const request = {
    params,
    body,
    headers: {},
    socket: { remoteAddress: "192.0.2.1" },
    scope: { resolve: () => limits },
  } as unknown as MedusaRequest;
  await limitPromotionCodes(request, {} as MedusaResponse, () => undefined);
  return counted;
}

const CODES = { promo_codes: ["GUESS"] };

it("counts codes by client and by cart", async () => {
  expect(await listCounted({ id: "cart_1" }, CODES)).toEqual(["promotion", "promotion-cart"]);
});

it("counts codes of a new cart by client alone: without an id all carts would share one count", async () => {
  expect(await listCounted({}, CODES)).toEqual(["promotion"]);
});

it("counts nothing without codes", async () => {
  expect(await listCounted({}, { promo_codes: [] })).toEqual([]);
  expect(await listCounted({}, {})).toEqual([]);
});
