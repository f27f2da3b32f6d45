import { ButtonLink } from "@/components/ui/button-link";

/**
 * Instead of an order that the account does not have, whether it exists or not. Not `notFound()`: the response has
 * begun by then, and its page would need JavaScript to appear.
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
