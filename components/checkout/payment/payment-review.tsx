import type { ReactNode } from "react";
import { DemoBankReview } from "@/components/checkout/payment/demo-bank/review";
import { InvoiceReview } from "@/components/checkout/payment/invoice/review";

/** What each payment provider says under the button of the review, by its id. docs/payments.md says how to add one. */
const REVIEWS: Readonly<Record<string, (props: { total: string }) => ReactNode>> = {
  "pp_demo-bank_default": DemoBankReview,
};

type PaymentReviewProps = {
  providerId: string | null;
  /** Formatted. */
  total: string;
};

/** The note of the cart's payment provider at the review; that of an invoice for one without its own. */
export function PaymentReview({ providerId, total }: PaymentReviewProps) {
  return (REVIEWS[providerId ?? ""] ?? InvoiceReview)({ total });
}
