/** An address as a shopper types it: text fields and selections by their labels in its country's form. */
export type TestAddress = {
  country: string;
  texts: Record<string, string>;
  selections: Record<string, string>;
  /** The address as Medusa must store it. */
  stored: Record<string, string>;
};

const ADA = { "First name": "Ada", "Last name": "Lovelace" };
const STORED_ADA = { first_name: "Ada", last_name: "Lovelace" };

export const AMERICAN: TestAddress = {
  country: "us",
  texts: {
    ...ADA,
    Address: "350 Fifth Avenue",
    "Apartment, floor, c/o": "Floor 86",
    City: "New York",
    "ZIP code": "10118",
  },
  selections: { State: "New York" },
  stored: {
    ...STORED_ADA,
    address_1: "350 Fifth Avenue",
    address_2: "Floor 86",
    city: "New York",
    province: "us-ny",
    postal_code: "10118",
    country_code: "us",
  },
};

export const JAPANESE: TestAddress = {
  country: "jp",
  texts: {
    ...ADA,
    Address: "1-1 Chiyoda",
    "Apartment, floor, c/o": "Gate 3",
    "Postal code": "100-0001",
    City: "Chiyoda-ku",
    Prefecture: "Tokyo",
  },
  selections: {},
  stored: {
    ...STORED_ADA,
    address_1: "1-1 Chiyoda",
    address_2: "Gate 3",
    city: "Chiyoda-ku",
    province: "jp-13",
    postal_code: "100-0001",
    country_code: "jp",
  },
};

export const FRENCH: TestAddress = {
  country: "fr",
  texts: {
    ...ADA,
    Address: "5 rue de l’Échelle",
    "Apartment, floor, c/o": "3e étage, porte gauche",
    "Postal code": "75001",
    City: "Paris",
  },
  selections: {},
  stored: {
    ...STORED_ADA,
    address_1: "5 rue de l’Échelle",
    address_2: "3e étage, porte gauche",
    city: "Paris",
    postal_code: "75001",
    country_code: "fr",
  },
};

/** Adds a canary to the street, which makes the address globally unique. */
export function addCanary({ texts, stored, ...address }: TestAddress, canary: string): TestAddress {
  const street = `${texts.Address} ${canary}`;
  return { ...address, texts: { ...texts, Address: street }, stored: { ...stored, address_1: street } };
}
