import { expect, test } from "vitest";
import { emailSchema } from "@/lib/forms/fields";

test.each(["", "ada", "ada@", "@example.com", "a b@example.com"])("%o is no e-mail address", (text) => {
  expect(emailSchema.safeParse(text).success).toBe(false);
});

test("an e-mail address is taken without the spaces around it", () => {
  expect(emailSchema.parse(" ada@example.com ")).toBe("ada@example.com");
});
