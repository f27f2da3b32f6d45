import { CartPageButton } from "@/components/cart/cart-page-link";
import { MessagePage } from "@/components/ui/message-page";
import { findMarket } from "@/lib/market";

/** A cart has the prices of one currency. In a shop with another one it is pointed out, not converted. */
export function OtherShop({ country, page }: { country: string; page: "cart" | "checkout" }) {
  const name = findMarket(country)?.name ?? country.toUpperCase();
  return (
    <MessagePage
      ticket={country.toUpperCase()}
      title="Your cart is in another shop"
      text={`What you chose is kept in our shop for ${name}, with its prices and delivery. Nothing is lost.`}
    >
      <CartPageButton href={`/${country}/${page}`}>Go on in {name}</CartPageButton>
    </MessagePage>
  );
}
