import "server-only";
import { z } from "zod";
import { optionalText } from "@/lib/medusa/parse";

/** An address of Medusa's, of a cart, an order or an address book: any part of it may be missing. */
export const addressSchema = z.object({
  first_name: optionalText,
  last_name: optionalText,
  company: optionalText,
  address_1: optionalText,
  address_2: optionalText,
  postal_code: optionalText,
  city: optionalText,
  province: optionalText,
  country_code: optionalText,
  phone: optionalText,
});
