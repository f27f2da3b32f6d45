import { describe, expect, test } from "vitest";
import { addressSchema, emailSchema, quantitySchema } from "@/lib/schemas";

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
    ["us", "10001-1234", "123"],
    ["gb", "sw1a 1aa", "10001"],
    ["de", "10115", "1011"],
    ["fr", "75001", "F-75001"],
    ["it", "00184", "184"],
    ["es", "28013", "280130"],
    ["nl", "1012AB", "0012 AB"],
    ["jp", "1000001", "100-001"],
  ])("of %s takes the postal code %s and refuses %s", (country, good, bad) => {
    const address = { ...ADDRESS, country, province: "NY" };
    expect(listFields({ ...address, postalCode: good })).toEqual([]);
    expect(listFields({ ...address, postalCode: bad })).toEqual(["postalCode"]);
  });

  test("in the United States needs a state", () => {
    expect(listFields({ ...ADDRESS, country: "us", postalCode: "10001" })).toEqual(["province"]);
  });

  test("is refused for a country the shop does not sell to", () => {
    expect(listFields({ ...ADDRESS, country: "zz" })).toEqual(["country"]);
  });
});

test.each(["", "ada", "ada@", "@example.com", "a b@example.com"])("%o is no e-mail address", (text) => {
  expect(emailSchema.safeParse(text).success).toBe(false);
});

test("an e-mail address is taken without the spaces around it", () => {
  expect(emailSchema.parse(" ada@example.com ")).toBe("ada@example.com");
});

test.each(["-1", "1.5", "100", "two", "1e9"])("%o is no quantity", (text) => {
  expect(quantitySchema.safeParse(text).success).toBe(false);
});
