import { expect, test } from "vitest";
import { readDemoBank } from "./settings";

const SET = { DEMO_BANK_URL: "http://127.0.0.1:8400", DEMO_BANK_SECRET: "s" };
const LOCAL = "http://localhost:8000";
const PUBLIC = "https://shop.example.com";

test("without an address there is no demo bank", () => {
  expect(readDemoBank({}, PUBLIC)).toBeNull();
  expect(readDemoBank({ DEMO_BANK_URL: "", DEMO_BANK_SECRET: "s" }, LOCAL)).toBeNull();
});

test("a shop on this machine has it", () => {
  expect(readDemoBank(SET, LOCAL)).toEqual({ url: SET.DEMO_BANK_URL, secret: "s" });
});

test("a shop with a public address refuses to start with it, unless a further variable says so", () => {
  expect(() => readDemoBank(SET, PUBLIC)).toThrow("DEMO_BANK_IN_PUBLIC=yes");
  expect(() => readDemoBank({ ...SET, DEMO_BANK_IN_PUBLIC: "1" }, PUBLIC)).toThrow("DEMO_BANK_IN_PUBLIC=yes");
  expect(readDemoBank({ ...SET, DEMO_BANK_IN_PUBLIC: "yes" }, PUBLIC)).not.toBeNull();
});

test("a bank without a secret, or at no address, is refused by name", () => {
  expect(() => readDemoBank({ DEMO_BANK_URL: SET.DEMO_BANK_URL }, LOCAL)).toThrow("DEMO_BANK_SECRET");
  expect(() => readDemoBank({ ...SET, DEMO_BANK_URL: "bank" }, LOCAL)).toThrow("DEMO_BANK_URL");
});
