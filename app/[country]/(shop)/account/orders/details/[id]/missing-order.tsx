import { ButtonLink } from "@/components/ui/button-link";

/**
 * Shown for an order that is not the customer's, whether it exists or not. Not `notFound()`, whose page would need
 * JavaScript, as the response has already begun.
 */
export function MissingOrder({ country }: { country: string }) {
  return (
    <div data-testid="missing-order" className="mt-4">
      <p className="mb-6 text-muted">There is no such order in your account.</p>
      <ButtonLink href={`/${country}/account/orders`} prefetch={false} data-testid="back-to-overview-button">
        All your orders
      </ButtonLink>
    </div>
  );
}
