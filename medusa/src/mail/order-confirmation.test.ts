import { describe, expect, it } from "vitest";
import { type MailAddress, parseMailOrder } from "./order";
import type { LinkedOrder } from "./order-mail";
import { orderConfirmation } from "./order-confirmation";

const ginza: MailAddress = {
  first_name: "Aki",
  last_name: "<b>Sato</b>",
  company: null,
  address_1: "1-2-3 Ginza",
  address_2: "Room 4",
  city: "Tokyo",
  province: null,
  postal_code: "104-0061",
  country_code: "jp",
};

const japanese: LinkedOrder = {
  link: null,
  id: "order_1",
  payment_collections: [],
  display_id: 27,
  email: "aki@example.test",
  currency_code: "jpy",
  items: [
    {
      title: "Ink",
      product_title: "The Attendant's Scarf",
      variant_title: "Ink",
      quantity: 2,
      is_tax_inclusive: true,
      subtotal: 30545.45,
      original_total: 33600,
    },
  ],
  shipping_methods: [{ name: "Standard" }],
  shipping_address: ginza,
  shipping_subtotal: 818.18,
  original_shipping_total: 900,
  credit_line_total: 0,
  tax_total: 3136.36,
  total: 34500,
};

const american: LinkedOrder = {
  ...japanese,
  currency_code: "usd",
  items: japanese.items.map((item) => ({
    ...item,
    is_tax_inclusive: false,
    subtotal: 236,
    original_total: 245.44,
  })),
  shipping_subtotal: 8,
  original_shipping_total: 8.32,
  tax_total: 8.816,
  total: 229.216,
};

describe("orderConfirmation", () => {
  it("contains the order number, every line and the totals with included tax", () => {
    const { subject, text } = orderConfirmation(japanese);
    expect(subject).toBe("Your Cloakroom order 27");
    expect(text).toContain("2 × The Attendant's Scarf, Ink: ¥33,600");
    expect(text).toContain("Items: ¥33,600\nDelivery (Standard): ¥900\nTotal: ¥34,500\nof which tax: ¥3,136");
    expect(text).not.toContain("Discount");
  });

  it("writes names of provinces and variants, not codes", () => {
    const address = {
      ...ginza,
      city: "Sacramento",
      province: "us-ca",
      postal_code: "95814",
      country_code: "us",
    };
    const items = ["Ink / M", "One size"].flatMap((variant_title) =>
      japanese.items.map((item) => ({ ...item, variant_title })),
    );
    const { text } = orderConfirmation({ ...japanese, items, shipping_address: address });
    expect(text).toContain("Sacramento CA 95814\nUnited States");
    expect(text).toContain("2 × The Attendant's Scarf, Ink, M: ");
    expect(text).toContain("2 × The Attendant's Scarf: ");
  });

  it("adds tax after the discount where prices exclude it", () => {
    const { text } = orderConfirmation(american);
    expect(text).toContain("2 × The Attendant's Scarf, Ink: $236.00");
    expect(text).toContain(
      "Items: $236.00\nDelivery (Standard): $8.00\nDiscount: -$23.60\nTax: $8.82\nTotal: $229.22",
    );
    expect(text).not.toContain("of which tax");
  });

  it("adds up as displayed when amounts have more decimals than the currency", () => {
    const items = american.items.map((item) => ({ ...item, quantity: 1, subtotal: 33.35 }));
    const order = { ...american, items, tax_total: 0, total: 38.015 };
    expect(orderConfirmation(order).text).toContain(
      "Items: $33.35\nDelivery (Standard): $8.00\nDiscount: -$3.33\nTax: $0.00\nTotal: $38.02",
    );
  });

  it("subtracts credits, too", () => {
    const { text } = orderConfirmation({ ...american, credit_line_total: 10, total: 219.216 });
    expect(text).toContain("Discount: -$23.60\nTax: $8.82\nCredit: -$10.00\nTotal: $219.22");
  });

  it("renders an order whose entities are deleted", () => {
    const withDeleted = {
      ...american,
      items: [null, { ...american.items[0], product_title: null }],
      shipping_methods: null,
      shipping_address: null,
    };
    const { text } = orderConfirmation({ ...parseMailOrder(withDeleted), link: null });
    expect(text).toContain("2 × Ink, Ink: $236.00");
    expect(text).toContain("Hello,");
  });

  it("names the invalid field of an order", () => {
    expect(() => parseMailOrder({ ...american, total: null })).toThrow("total");
  });

  it("contains the shipping address with its second line", () => {
    const { text } = orderConfirmation(japanese);
    expect(text).toContain("1-2-3 Ginza\nRoom 4\nTokyo 104-0061\nJapan");
  });

  it("contains no text of a stranger, because anybody can type the recipient's address", () => {
    const evil = "Your account is closed, see https://evil.example/a\nor evil.example";
    const fields = [
      "first_name",
      "last_name",
      "company",
      "address_1",
      "address_2",
      "city",
      "province",
    ] as const;
    for (const field of [...fields, "postal_code" as const]) {
      const shipping_address = { ...ginza, [field]: evil };
      const { subject, text, html } = orderConfirmation({ ...japanese, shipping_address });
      for (const part of [subject, text, html]) expect(part).not.toMatch(/:\/\/|evil\.example|or evil$/m);
      expect(text.startsWith(field === "first_name" ? "Hello,\n" : "Dear Aki,\n")).toBe(true);
    }
  });

  it("renders an order to an unknown country", () => {
    const shipping_address = { ...ginza, country_code: "not a country" };
    expect(orderConfirmation({ ...japanese, shipping_address }).text).toContain("Tokyo 104-0061");
  });

  it("shows the picture of what was ordered beside it, if there is one", () => {
    const thumbnail = "https://shop.test/static/scarf-ink-1.webp?a=1&b=2";
    const show = (picture: string | null) =>
      orderConfirmation({
        ...japanese,
        items: japanese.items.map((item) => ({ ...item, thumbnail: picture })),
      });
    expect(show(thumbnail).html).toMatch(
      /<img src="https:\/\/shop\.test\/static\/scarf-ink-1\.webp\?a=1&#38;b=2" alt=""[^>]*><\/td><td[^>]*>2 × The Attendant&#39;s Scarf, Ink/,
    );
    expect(show(thumbnail).text).not.toContain("webp");
    for (const none of [null, "", "javascript:alert(1)", "/scarf.webp"])
      expect(show(none).html).not.toContain("<img");
  });

  it("escapes everything that a shopper typed", () => {
    const { html } = orderConfirmation(japanese);
    expect(html).not.toContain("<b>");
    expect(html).toContain("&#60;b&#62;Sato");
  });
});
