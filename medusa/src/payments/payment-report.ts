/** SQL without parameters, for the backend's job and for `npm run audit-log -- --payments`. Imports nothing. */

/** A disagreement between money and orders. `subject`: a payment session or an order. */
export interface PaymentProblem {
  kind: "payment-without-order" | "order-without-payment" | "unsettled";
  subject: string;
  detail: string;
}

/**
 * Every disagreement: a payment whose order is gone, one that is not settled after two hours, and an order of a cart
 * that costs something and for which no payment is recorded. What is younger than a quarter of an hour may be under way.
 */
export const PAYMENT_PROBLEMS = `
  SELECT 'payment-without-order' AS kind, a.session_id AS subject, coalesce(a.order_id, '') AS detail
  FROM payment_attempt a
  WHERE a.status = 'ordered'
    AND NOT EXISTS (SELECT 1 FROM "order" o WHERE o.id = a.order_id AND o.deleted_at IS NULL)
  UNION ALL
  SELECT 'unsettled', a.session_id, a.status || coalesce(' (' || a.reason || ')', '')
  FROM payment_attempt a
  WHERE a.status IN ('open', 'releasing') AND a.created_at < now() - interval '2 hours'
  UNION ALL
  SELECT 'order-without-payment', o.id, 'order ' || o.display_id
  FROM "order" o
  JOIN order_cart c ON c.order_id = o.id AND c.deleted_at IS NULL
  JOIN order_summary s ON s.order_id = o.id AND s.version = o.version AND s.deleted_at IS NULL
  WHERE o.deleted_at IS NULL AND o.canceled_at IS NULL AND o.created_at < now() - interval '15 minutes'
    AND (s.totals->>'original_order_total')::numeric > 0
    AND NOT EXISTS (
      SELECT 1 FROM order_payment_collection l
      JOIN payment p ON p.payment_collection_id = l.payment_collection_id
      WHERE l.order_id = o.id AND l.deleted_at IS NULL AND p.deleted_at IS NULL AND p.canceled_at IS NULL)
  ORDER BY 1, 2`;
