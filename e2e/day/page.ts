import { parse, type HTMLElement } from "node-html-parser";

/** Displayed amounts of a cart or order, in major units. */
export type Totals = {
  lines: number[];
  subtotal: number;
  discount: number;
  delivery: number;
  tax: number;
  total: number;
  isTaxIncluded: boolean;
  /** The amount charged; on orders only. */
  charged: number | null;
};

/** A variant, from the structured data of a product page. */
export type Offer = { name: string; price: number; isInStock: boolean };

/** A cart line; `notice` is its text about stock and availability. */
export type CartRow = {
  lineId: string;
  handle: string;
  variant: string;
  quantity: number;
  total: number;
  notice: string;
};

const STREAMED_ERROR = /<template[^>]*data-dgst="(?!NEXT_)/u;
const OUTAGE = /cannot reach (?:the shop|your cart) right now|is closed for a moment|try again in a moment/iu;

/** A page as a browser without JavaScript receives it. */
export class Page {
  readonly root: HTMLElement;

  constructor(
    readonly path: string,
    readonly status: number,
    readonly html: string,
  ) {
    this.root = parse(html, { blockTextElements: { script: true, style: true } });
  }

  find(testId: string): HTMLElement | null {
    return this.root.querySelector(`[data-testid="${testId}"]`);
  }

  findAll(testId: string): HTMLElement[] {
    return this.root.querySelectorAll(`[data-testid="${testId}"]`);
  }

  /** Visible text, without scripts, structured data and styles. */
  get text(): string {
    return this.html
      .replaceAll(/<(script|style)\b.*?<\/\1>/gsu, " ")
      .replaceAll(/<[^>]*>/gu, " ")
      .replaceAll(/\s+/gu, " ");
  }

  /** Why the page counts as failed; null when it does not. */
  get failure(): string | null {
    if (this.status >= 500) return `status ${this.status}`;
    // Next renders the text of a 404 page in the browser only.
    const isBroken = this.status !== 404 && this.html.includes('id="__next_error__"');
    if (isBroken || STREAMED_ERROR.test(this.html)) return "an error page";
    return OUTAGE.exec(this.text)?.[0] ?? null;
  }

  /** Refusals, and what is wrong with a cart. */
  get alerts(): HTMLElement[] {
    return this.root.querySelectorAll("[role=alert]").filter(({ text }) => text.trim() !== "");
  }

  hasForm(name: string): boolean {
    return this.root.querySelector(`input[name="form"][value="${name}"]`) !== null;
  }

  /** Whether a form has this name, or a field of this name. */
  hasField(name: string): boolean {
    return this.hasForm(name) || this.root.querySelector(`form [name="${name}"]`) !== null;
  }

  get totals(): Totals | null {
    const total = this.#amount("cart-total");
    if (total === null) return null;
    return {
      lines: this.findAll("product-row").map((row) => amountOf(row, "product-price") ?? Number.NaN),
      subtotal: this.#amount("cart-subtotal") ?? Number.NaN,
      discount: this.#amount("cart-discount") ?? 0,
      // Without a row where nothing is shipped, or nothing that is left in the cart is.
      delivery: this.#amount("cart-shipping") ?? 0,
      tax: this.#amount("cart-taxes") ?? Number.NaN,
      total,
      charged: this.#amount("payment-amount"),
      isTaxIncluded: /Includes tax/u.test(this.find("cart-taxes")?.parentNode?.text ?? ""),
    };
  }

  get offers(): Offer[] {
    const [, json] = /<script type="application\/ld\+json">(.*?)<\/script>/su.exec(this.html) ?? [];
    type Schema = { offers?: { name: string; price: number; availability: string }[] };
    const { offers = [] } = json ? (JSON.parse(json) as Schema) : {};
    return offers.map(({ name, price, availability }) => ({
      name,
      price,
      isInStock: !availability.endsWith("OutOfStock"),
    }));
  }

  /** Prices of the product cards, by handle. */
  get cards(): Map<string, number> {
    return new Map(
      this.findAll("product-wrapper").map((card) => [
        readHandle(card.getAttribute("href")),
        amountOf(card, "price") ?? Number.NaN,
      ]),
    );
  }

  /** Lines of the cart page. */
  get rows(): CartRow[] {
    return this.findAll("product-row").flatMap((row) => {
      const lineId = row.querySelector('input[name="lineId"]')?.getAttribute("value");
      if (!lineId) return [];
      const selected = row.querySelector("select option[selected]")?.text ?? "0";
      return {
        lineId,
        handle: readHandle(row.querySelector('[data-testid="product-title"]')?.getAttribute("href")),
        variant: textOf(row, "product-variant").replace(/^Variant:\s*/u, ""),
        quantity: Number(selected),
        total: amountOf(row, "product-price") ?? Number.NaN,
        notice: row.text.replaceAll(/\s+/gu, " "),
      };
    });
  }

  #amount(testId: string): number | null {
    return amountOf(this.root, testId);
  }
}

function amountOf(element: HTMLElement, testId: string): number | null {
  const value = element.querySelector(`[data-testid="${testId}"]`)?.getAttribute("data-value");
  return value === undefined ? null : Number(value);
}

function textOf(element: HTMLElement, testId: string): string {
  return element.querySelector(`[data-testid="${testId}"]`)?.text.trim() ?? "";
}

/** The last segment of a product's URL. */
function readHandle(href: string | undefined): string {
  return decodeURIComponent(href?.split(/[?#]/u)[0]?.split("/").at(-1) ?? "");
}
