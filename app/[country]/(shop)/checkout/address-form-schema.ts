import { z } from "zod";
import { addressSchema } from "@/lib/address/schema";
import { countrySchema, emailSchema, idSchema } from "@/lib/forms/fields";

/** Where the address form leads: to the next step, straight to the review, or (below) to the sign-in with a draft. */
const nextStep = z.enum(["delivery", "review"]);

const typedTexts = z.record(z.string(), z.string()).default({});

/** A draft is stored without validation. */
const draftSchema = z.object({
  nextStep: z.literal("sign-in"),
  country: countrySchema,
  email: z.string().default(""),
  shipping: typedTexts,
  billing: typedTexts,
  sameAsBilling: z.string().default(""),
});

const savedId = idSchema("cuaddr", "Please choose an address.");

const contactSchema = z.object({
  nextStep,
  country: countrySchema,
  email: emailSchema,
  savedAddress: savedId.optional(),
  shipping: addressSchema.optional(),
  saveToAddressBook: z.literal("on").optional(),
  billing: addressSchema.optional(),
});

/**
 * With a saved address or a ticked "Billing address is the same" the hidden fields are ignored.
 */
export const addressFormSchema = z.preprocess(
  (form: object) => {
    const { sameAsBilling, savedAddress = "new", ...rest } = form as Record<string, unknown>;
    if (rest.nextStep === "sign-in") return form;
    return {
      nextStep: "delivery",
      shipping: {},
      ...rest,
      ...(savedAddress === "new" ? {} : { savedAddress, shipping: undefined }),
      ...(sameAsBilling === "on" ? { billing: undefined } : {}),
    };
  },
  z.discriminatedUnion("nextStep", [draftSchema, contactSchema]),
);

/** The values of a draft by field name. */
export function flattenDraft({ email, sameAsBilling, shipping, billing }: z.output<typeof draftSchema>) {
  const flat = Object.entries({ shipping, billing }).flatMap(([kind, texts]) =>
    Object.entries(texts).map(([name, text]) => [`${kind}.${name}`, text] as const),
  );
  return { email, sameAsBilling, ...Object.fromEntries(flat) };
}
