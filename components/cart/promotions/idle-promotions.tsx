"use client";

import { useCart } from "@/components/cart/store/use-cart";
import { describeStanding } from "@/components/cart/promotions/promotion-text";
import { Notice } from "@/components/ui/notice";
import type { Promotion } from "@/lib/cart/promotion";

type IdlePromotionsProps = { promotions: Promotion[]; className?: string };

/** The codes without effect, with the reason, for places that do not list the codes. */
export function IdlePromotions({ promotions, className }: IdlePromotionsProps) {
  const { market } = useCart();
  const idle = promotions.filter(({ status }) => status !== "applied");
  if (idle.length === 0) return null;
  return (
    <Notice data-testid="idle-promotions" className={className}>
      {idle.map((promotion) => (
        <p key={promotion.code}>{describeStanding(promotion, market)}</p>
      ))}
    </Notice>
  );
}
