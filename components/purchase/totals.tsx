"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import type { ShownCart } from "@/components/cart/store/cart-state";
import { useCart } from "@/components/cart/store/use-cart";
import type { Totals as TotalsData } from "@/lib/cart/cart";
import { formatMoney, type Money } from "@/lib/money";

/** "none": nothing is shipped. "open": a delivery is not chosen yet. */
type DeliveryState = "none" | "open" | "chosen";

/** Whether the deliveries of a cart are chosen, for its totals. */
export function getDeliveryState({
  shipments,
  totals,
}: Pick<ShownCart, "shipments" | "totals">): DeliveryState {
  // A delivery may still be charged although its item or shipping option is gone.
  if (totals && totals.shipping.amount > 0) return "chosen";
  if (shipments.length === 0) return "none";
  return shipments.every(({ delivery }) => delivery) ? "chosen" : "open";
}

/** The placeholder for an amount that is not computed yet. */
export const UNSUMMED = "…";

/** `totals`: null until the server has computed them. */
type TotalsProps = { totals: TotalsData | null; delivery: DeliveryState; isUpdating?: boolean };

/** The totals, which add up as displayed. */
export function Totals({ totals, delivery, isUpdating = false }: TotalsProps) {
  if (!totals) return <UnsummedTotals />;
  const { subtotal, discount, shipping, tax, credit, total, isTaxIncluded } = totals;
  return (
    <dl
      aria-busy={isUpdating || undefined}
      className={clsx("space-y-2.5 text-sm transition-colors", isUpdating && "text-muted")}
    >
      <Row label="Subtotal" money={subtotal} testId="cart-subtotal" />
      {discount.amount > 0 && <Row label="Discount" money={discount} testId="cart-discount" sign="−" />}
      {delivery !== "none" && (
        <Row label="Delivery" money={shipping} testId="cart-shipping">
          {delivery === "chosen" ? shipping.amount === 0 && "Free" : "Chosen at checkout"}
        </Row>
      )}
      {!isTaxIncluded && <Row label="Tax" money={tax} testId="cart-taxes" />}
      {credit.amount > 0 && <Row label="Credit" money={credit} testId="cart-credit" sign="−" />}
      <Row label="Total" money={total} testId="cart-total" isTotal />
      {isTaxIncluded && <IncludedTax tax={tax} />}
    </dl>
  );
}

function UnsummedTotals() {
  return (
    <dl aria-busy="true" className="space-y-2.5 text-sm text-muted">
      <Row label="Subtotal" money={null} testId="cart-subtotal" />
      <Row label="Total" money={null} testId="cart-total" isTotal />
    </dl>
  );
}

type RowProps = {
  label: string;
  money: Money | null;
  testId: string;
  sign?: string;
  isTotal?: boolean;
  children?: ReactNode;
};

function Row({ label, money, testId, sign = "", isTotal = false, children }: RowProps) {
  const { locale } = useCart().market;
  return (
    <div
      className={clsx(
        "flex items-baseline justify-between gap-4",
        isTotal && "border-t border-line pt-4 text-base font-semibold",
      )}
    >
      <dt className={isTotal ? undefined : "text-muted"}>{label}</dt>
      <dd
        data-testid={testId}
        data-value={money?.amount}
        className={clsx("tabular-nums", isTotal && "display text-2xl")}
      >
        {children || (money ? sign + formatMoney(money, locale) : UNSUMMED)}
      </dd>
    </div>
  );
}

function IncludedTax({ tax }: { tax: Money }) {
  const { locale } = useCart().market;
  return (
    <div className="flex justify-end gap-1 text-xs text-muted">
      <dt>Includes tax of</dt>
      <dd data-testid="cart-taxes" data-value={tax.amount} className="tabular-nums">
        {formatMoney(tax, locale)}
      </dd>
    </div>
  );
}
