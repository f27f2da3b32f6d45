/** What placing the order means where it is paid later. */
export function InvoiceReview({ total }: { total: string }) {
  return <p className="mt-3 text-xs text-muted">By placing the order you agree to pay {total}.</p>;
}
