import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { FormError } from "@/components/ui/form-error";
import type { Failure } from "@/lib/errors";

vi.mock("next/navigation", () => ({ usePathname: () => "/us/checkout" }));

const show = (failure: Omit<Failure, "ok">, marked?: string[]) =>
  renderToStaticMarkup(<FormError state={{ ok: false, ...failure }} {...(marked ? { marked } : {})} />);

test("Marked fields are spoken of only where the form marks one", () => {
  const fields = { "shipping.city": "City is missing." };
  expect(show({ code: "invalid", fields }, ["shipping."])).toContain("fields marked below");
  const unmarked = show({ code: "invalid", fields }, ["shipping"]);
  expect(unmarked).not.toContain("fields marked below");
  expect(unmarked).toContain("City is missing.");
});

test("A field that the form marks and one that it does not are both spoken of", () => {
  const html = show({ code: "invalid", fields: { email: "Missing.", country: "We do not deliver." } }, [
    "email",
  ]);
  expect(html).toContain("fields marked below");
  expect(html).toContain("We do not deliver.");
  expect(html).not.toContain("Missing.");
});

test("A failure that another page can put right comes with a link to it, in the same country", () => {
  const html = show({ code: "delivery-unavailable" });
  expect(html).toContain('href="/us/checkout?step=delivery"');
  expect(show({ code: "promotion-unknown" })).not.toContain("<a ");
});
