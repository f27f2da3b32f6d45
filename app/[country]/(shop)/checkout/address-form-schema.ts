import { z } from "zod";
import { addressSchema, countrySchema, emailSchema } from "@/lib/schemas";

/** Where the address form leads: on, straight to the last look, or to signing in with everything as it is. */
const nextStep = z.enum(["delivery", "review"]);

const typedTexts = z.record(z.string(), z.string()).default({});

/** Nothing is judged yet: it is only kept. */
const draftSchema = z.object({
  nextStep: z.literal("sign-in"),
  country: countrySchema,
  email: z.string().default(""),
  shipping: typedTexts,
  billing: typedTexts,
  sameAsBilling: z.string().default(""),
});

const savedId = z
  .string({ error: "Please choose an address." })
  .regex(/^cuaddr_\w{1,40}$/, "Please choose an address.");

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
 * A chosen address and a ticked "same address" decide; what stands in the fields that are hidden by them does not
 * matter then.
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

/** The texts of a draft as the fields of the form are named. */
export function flattenDraft({ email, sameAsBilling, shipping, billing }: z.output<typeof draftSchema>) {
  const flat = Object.entries({ shipping, billing }).flatMap(([kind, texts]) =>
    Object.entries(texts).map(([name, text]) => [`${kind}.${name}`, text] as const),
  );
  return { email, sameAsBilling, ...Object.fromEntries(flat) };
}
