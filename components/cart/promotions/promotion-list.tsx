"use client";

import { PromotionForm } from "@/components/cart/promotions/promotion-form";
import { PromotionRow } from "@/components/cart/promotions/promotion-row";
import type { Promotion } from "@/lib/cart/promotion";

/** The codes of the cart, with the form to add one. */
export function PromotionList({ promotions }: { promotions: Promotion[] }) {
  return (
    <div className="space-y-3">
      {promotions.length > 0 && (
        <ul className="space-y-2">
          {promotions.map((promotion) => (
            <PromotionRow key={promotion.code} promotion={promotion} />
          ))}
        </ul>
      )}
      <PromotionForm />
    </div>
  );
}
