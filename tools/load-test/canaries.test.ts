import { expect, it } from "vitest";
import { newCanary } from "../../e2e/leak-scan/canary";
import { Canaries } from "./canaries";

const canaries = new Canaries();
const [ann, ben] = [newCanary(), newCanary()];
canaries.claim(ann, "Ann");
canaries.claim(ben, "Ben");

it("Somebody else's canary is found wherever it stands, with its owner, and one's own is not", () => {
  const own = new Set([ann]);
  expect(canaries.listForeign(`{"name":"Ida-${ann}"}`, own)).toEqual([]);
  const leaks = [`<p>Ida-${ben}</p>`, `/us/login?next=%2F${ben}`, `IDA-${ben.toUpperCase()}@x.test`];
  for (const leak of leaks) expect(canaries.listForeign(leak, own)).toEqual([`shows ${ben} of Ben`]);
  expect(canaries.listForeign(ben, new Set())).toHaveLength(1);
});

it("A canary is found where Next cuts the data of a page in two", () => {
  const seam = '"])</script><script nonce="x">self.__next_f.push([1,"';
  expect(canaries.listForeign(ben.slice(0, 9) + seam + ben.slice(9), new Set([ann]))).toHaveLength(1);
});

it("A cart's id and whatever is sealed are nobody's to read", () => {
  const texts = [
    "cart_01JAAAAAAAAAAAAAAAAAAAAAAA",
    `eyJhbGciOiJkaXIiLCJlbmMi.${"b".repeat(20)}.${"c".repeat(20)}`,
  ];
  for (const text of texts)
    expect(canaries.listForeign(`"${text}"`, new Set())).toEqual([expect.stringContaining("a secret")]);
});

it("A secret cookie that two browsers are given is told, once for each that must not have it", () => {
  const cookie = "__Host-cart=cart_01JAAAAAAAAAAAAAAAAAAAAAAA; Path=/; Secure; HttpOnly";
  expect(canaries.listShared("Ann's phone", [cookie])).toEqual([]);
  expect(canaries.listShared("Ann's phone", [cookie])).toEqual([]);
  expect(canaries.listShared("Ben's desk", [cookie])).toEqual([
    "gives out a __Host-cart that Ann's phone has been given",
  ]);
  expect(canaries.listShared("Ben's desk", [cookie.replace("HttpOnly", "")])).toEqual([]);
  expect(canaries.listShared("Ben's desk", ["__Host-cart=; Path=/; Secure; HttpOnly"])).toEqual([]);
});
