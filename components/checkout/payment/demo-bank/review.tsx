/** What placing the order means where it is paid at the demo's bank. */
export function DemoBankReview({ total }: { total: string }) {
  return (
    <p data-testid="demo-bank-note" className="mt-3 text-xs text-muted">
      The next page is the Demo bank’s. The order is made when the bank has approved {total}; then you are
      back here.
    </p>
  );
}
