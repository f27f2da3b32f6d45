import { MoveCartForm, type MoveCartAction } from "@/components/cart/move-cart-form";
import { CartPageButton } from "@/components/cart/cart-page-link";
import { MessagePage } from "@/components/ui/message-page";
import type { Cart, UnavailableLine } from "@/lib/cart/cart";
import { findMarket, type Market } from "@/lib/markets";

type CartCurrencyMismatchProps = {
  cart: Cart;
  market: Market;
  page: "cart" | "checkout";
  /** The lines that are not sold here. */
  left: UnavailableLine[];
  moveCartTo: MoveCartAction;
};

/**
 * Shown in a market with another currency than the cart's: the shopper moves the cart here, without the lines that are
 * not sold here, or goes back to its market.
 */
export function CartCurrencyMismatch({ cart, market, page, left, moveCartTo }: CartCurrencyMismatchProps) {
  const name = findMarket(cart.country)?.name ?? cart.country.toUpperCase();
  const isNothingSold = left.length === cart.lines.length;
  return (
    <MessagePage
      ticket={cart.country.toUpperCase()}
      title={cart.isCountryServed ? "Your cart is in another shop" : `We no longer sell to ${name}`}
      text={
        cart.isCountryServed
          ? `What you chose is kept in our shop for ${name}, with its prices and delivery. Nothing is lost.`
          : "Your cart is kept. Bring it to a country that we deliver to; its prices will be those of that country."
      }
    >
      {left.length > 0 && (
        <div className="mb-8" data-testid="left-behind">
          <p className="font-medium">
            {isNothingSold ? "Nothing in it is" : "These are not"} sold in {market.name}:
          </p>
          <ul className="mt-2 list-disc pl-5">
            {left.map(({ id, title }) => (
              <li key={id}>{title}</li>
            ))}
          </ul>
        </div>
      )}
      <div className="flex flex-wrap items-start gap-4">
        <MoveCartForm
          moveCartTo={moveCartTo}
          country={market.country}
          left={left}
          label={getLabel({ market, isAnyLeft: left.length > 0, isNothingSold })}
        />
        {cart.isCountryServed && (
          <CartPageButton href={`/${cart.country}/${page}`} tone="secondary">
            {left.length > 0 ? `Stay in ${name}` : `Go on in ${name}`}
          </CartPageButton>
        )}
      </div>
    </MessagePage>
  );
}

function getLabel(asked: { market: Market; isAnyLeft: boolean; isNothingSold: boolean }): string {
  if (asked.isNothingSold) return `Start an empty cart in ${asked.market.name}`;
  return asked.isAnyLeft ? "Leave these behind and go on" : `Bring it to ${asked.market.name}`;
}
