import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { formatProvince } from "@/lib/address/province";

test.each([
  ["us-ca", "us", "CA"],
  ["it-rm", "it", "RM"],
  ["jp-13", "jp", "Tokyo"],
  ["es-av", "es", "Ávila"],
  ["CA", "us", "CA"],
  ["Kent", "gb", "Kent"],
  ["", "us", ""],
])("%s in %s is written %s", (stored, country, written) => {
  expect(formatProvince(stored, country)).toBe(written);
});

/** Neither side imports the other's. */
const BACKEND = readFileSync("medusa/src/addresses/province-names.ts", "utf8");

test.each(["es", "jp"])("every province of %s has the name that the backend's mails write", (country) => {
  const list = new RegExp(`^  ${country}: \`([^\`]+)\``, "m").exec(BACKEND)?.[1] ?? "";
  const entries = list.split(",").map((entry) => entry.trim().split("/")[0] ?? "");
  expect(entries.length).toBeGreaterThan(40);
  for (const entry of entries) {
    const [code = "", ...name] = entry.split(" ");
    expect(formatProvince(`${country}-${code.toLowerCase()}`, country)).toBe(name.join(" "));
  }
});
