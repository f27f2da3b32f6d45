import { ButtonLink } from "@/components/ui/button-link";

type EmptyCartProps = { country: string; onLeave?: () => void };

/** Shown for an empty cart. */
export function EmptyCart({ country, onLeave }: EmptyCartProps) {
  return (
    <div data-testid="empty-cart-message" className="flex flex-col items-start gap-5 py-8">
      <span
        aria-hidden="true"
        className="flex h-16 w-28 items-center justify-center bg-sunken ticket display text-2xl text-muted"
      >
        0
      </span>
      <div>
        <p className="display text-2xl">Nothing on your hook yet.</p>
        <p className="mt-2 max-w-sm text-sm text-muted">
          Scarves, hats, gloves and umbrellas are waiting on theirs. Whatever you choose is kept here for you.
        </p>
      </div>
      <ButtonLink href={`/${country}/store`} data-testid="continue-shopping-button" onClick={onLeave}>
        Look around the shop
      </ButtonLink>
    </div>
  );
}
