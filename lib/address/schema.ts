import "server-only";
import { z } from "zod";
import { isPostalCodeOptional, isProvinceRequired } from "@/lib/address/formats";
import { checkPostalCode } from "@/lib/address/postal-code";
import { cleanToken } from "@/lib/clean-text";
import {
  cleanedText,
  NOT_DELIVERED,
  optionalLine,
  personNameField,
  phoneSchema,
  requiredLine,
} from "@/lib/forms/fields";

/** A postal address. Whether the shop delivers to its country is checked later, by the regions (lib/catalog/regions). */
export const addressSchema = z
  .object({
    firstName: personNameField("First name"),
    lastName: personNameField("Last name"),
    company: optionalLine,
    address1: requiredLine("Address"),
    address2: optionalLine,
    postalCode: cleanedText(cleanToken, "Postal code is missing.", "Postal code is too long.").default(""),
    city: requiredLine("City"),
    province: optionalLine,
    country: z.string().regex(/^[a-z]{2}$/, NOT_DELIVERED),
    phone: phoneSchema,
  })
  // In a refinement, so that these are reported together with the missing fields.
  .superRefine(({ country, postalCode, province }, context) => {
    const complain = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (!postalCode && !isPostalCodeOptional(country)) complain("postalCode", "Postal code is missing.");
    const checked = checkPostalCode(postalCode, country);
    if (postalCode && "error" in checked) complain("postalCode", checked.error);
    if (isProvinceRequired(country) && !province)
      complain("province", country === "us" ? "Please choose a state." : "Province is missing.");
  })
  .transform((address) => {
    const checked = checkPostalCode(address.postalCode, address.country);
    return "code" in checked ? { ...address, postalCode: checked.code } : address;
  });
