import { describe, expect, test } from "vitest";
import { addressSchema } from "@/lib/address/schema";

const ADDRESS = {
  firstName: "Ada",
  lastName: "Lovelace",
  address1: "1 St James's Square",
  postalCode: "SW1Y 4JU",
  city: "London",
  country: "gb",
};

function listFields(input: object): string[] {
  const result = addressSchema.safeParse(input);
  return result.success ? [] : result.error.issues.map(({ path }) => path.join("."));
}

describe("an address", () => {
  test("is complete without company, second line, province and phone", () => {
    expect(addressSchema.parse(ADDRESS)).toEqual({
      ...ADDRESS,
      company: "",
      address2: "",
      province: "",
      phone: "",
    });
  });

  test.each(["firstName", "lastName", "address1", "postalCode", "city"])(
    "names %s when it is blank",
    (field) => {
      expect(listFields({ ...ADDRESS, [field]: "  " })).toContain(field);
    },
  );

  test.each([
    ["us", "10001 1234", "10001-1234", "123"],
    ["us", "NY 10001", "10001", "1O001"],
    ["us", "１０００１", "10001", "100011"],
    ["gb", "sw1a1aa", "SW1A 1AA", "10001"],
    ["gb", "GB-SW1A 1AA", "SW1A 1AA", "SW1A"],
    ["de", "D-10115", "10115", "1011"],
    ["fr", "F–75 001", "75001", "SW1A 1AA"],
    ["it", "I-00184", "00184", "184"],
    ["es", "28013", "28013", "280130"],
    ["nl", "NL-1012ab", "1012 AB", "0012 AB"],
    ["jp", "〒１００－０００１", "100-0001", "100-001"],
    ["jp", "100ー0001", "100-0001", "1000"],
  ])("of %s takes the postal code %s as %s, and refuses %s", (country, ...[typed, stored, bad]) => {
    const address = { ...ADDRESS, country, province: "NY" };
    expect(addressSchema.parse({ ...address, postalCode: typed }).postalCode).toBe(stored);
    expect(listFields({ ...address, postalCode: bad })).toEqual(["postalCode"]);
  });

  test.each(["AA", "AE", "AP", "GU", "PR", "VI", "AS", "MP"])(
    "goes to soldiers and territories as well: %s",
    (province) => {
      const address = { ...ADDRESS, country: "us", city: "APO", province, postalCode: "09012" };
      expect(listFields(address)).toEqual([]);
    },
  );

  test("is cleaned of what copying adds, in every field", () => {
    const typed = Object.entries({ ...ADDRESS, phone: "+44 20 7946 0018" }).map(([name, text]) => [
      name,
      name === "country" ? text : `\u202a${text}\u200b\u202c `,
    ]);
    expect(addressSchema.parse(Object.fromEntries(typed))).toMatchObject({
      ...ADDRESS,
      phone: "+44 20 7946 0018",
    });
  });

  test("in the United States and in Canada needs a state or province", () => {
    expect(listFields({ ...ADDRESS, country: "us", postalCode: "10001" })).toEqual(["province"]);
    expect(listFields({ ...ADDRESS, country: "ca", postalCode: "K1A 0B1" })).toEqual(["province"]);
  });

  test("is refused for what is no country, and taken for one whose post nobody here knows", () => {
    expect(listFields({ ...ADDRESS, country: "Austria" })).toEqual(["country"]);
    expect(listFields({ ...ADDRESS, country: "at", postalCode: "1010" })).toEqual([]);
    expect(listFields({ ...ADDRESS, country: "hk", postalCode: "" })).toEqual([]);
    expect(listFields({ ...ADDRESS, country: "at", postalCode: "<1010>" })).toEqual(["postalCode"]);
    const canadian = { ...ADDRESS, country: "ca", province: "ON", postalCode: "k1a0b1" };
    expect(addressSchema.parse(canadian).postalCode).toBe("K1A 0B1");
  });
});
