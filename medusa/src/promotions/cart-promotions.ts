import type { MedusaContainer, PromotionDTO } from "@medusajs/framework/types";
import { MedusaError, Modules, PromotionActions } from "@medusajs/framework/utils";
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows";
import * as adjustments from "./adjustments";
import { codeKey } from "./code";
import { findByCodes, type Promotion } from "./find";
import { statusFromActions, checkBlocked, type CodeStatus } from "./code-status";
import { listCodes, MAX_CODES, withCodes } from "./cart-codes";

/** A code of a cart, or a promotion that came by itself, with what it gives: null when nobody knows that any more. */
interface CartPromotion extends CodeStatus {
  code: string;
  is_automatic: boolean;
  campaign: string | null;
  terms: Pick<PromotionDTO, "type" | "application_method"> | null;
}

interface Refreshed {
  /** Whether the cart's discounts are others than before. */
  changed: boolean;
  promotions: CartPromotion[];
}

const LOCK_TIMEOUT_SECONDS = 10;

/**
 * Brings a cart's promotions up to date, and says of each code how it stands. Medusa drops a code that takes nothing off
 * just now, and leaves one on the cart that has ended since the cart was changed last. Here, codes are kept with the
 * cart: one takes effect as soon as it can, and none goes without a word.
 * @param added codes to try and to keep; one that cannot take effect any more is only answered
 * @throws MedusaError "invalid_data" when there are too many codes
 */
export async function refreshPromotions(
  container: MedusaContainer,
  cartId: string,
  added: string[] = [],
): Promise<Refreshed> {
  return withPromotionLock(container, cartId, async () => {
    const cart = await adjustments.readPromotableCart(container, cartId);
    if (!cart || cart.completed_at) return { changed: false, promotions: [] };
    const kept = listCodes(cart.metadata);
    const present = adjustments.listAdjustmentCodes(cart);
    const found = await findByCodes(container, [...kept, ...present, ...added]);
    const known = unique([...kept, ...present.filter((code) => !found.get(code)?.is_automatic)]);
    const codes = unique([...known, ...added]);
    if (codes.length > Math.max(MAX_CODES, known.length))
      throw new MedusaError(MedusaError.Types.INVALID_DATA, "The cart has too many promotion codes.");
    const untried = new Map(codes.map((code) => [code, checkBlocked(found.get(code), cart, new Date())]));
    const tried = codes.filter((code) => !untried.get(code));
    const actions = await adjustments.computeActions(container, cart, tried);
    const changed = adjustments.hasDiscountChanged(cart, actions);
    if (changed)
      await update(container, { cart_id: cartId, promo_codes: tried, action: PromotionActions.REPLACE });
    const own = codes.map((code) => {
      const promotion = found.get(code);
      return toCartPromotion(
        code,
        promotion,
        untried.get(code) ?? statusFromActions(promotion, cart, actions),
      );
    });
    const isKept = ({ code, status }: CartPromotion) => known.includes(code) || status !== "ended";
    const codesToKeep = own.filter(isKept).map(({ code }) => code);
    await saveCodes(container, cart, codesToKeep);
    return { changed, promotions: [...own, ...(await listAutomaticPromotions(container, codes, actions))] };
  });
}

/** Takes codes off a cart, in whatever form they are given, those without an effect as well. */
export async function removeCodes(
  container: MedusaContainer,
  cartId: string,
  removed: string[],
): Promise<void> {
  await withPromotionLock(container, cartId, async () => {
    const cart = await adjustments.readPromotableCart(container, cartId);
    if (!cart) return;
    const keys = new Set(removed.map(codeKey));
    const isRemoved = (code: string) => keys.has(codeKey(code));
    const codes = listCodes(cart.metadata);
    await saveCodes(
      container,
      cart,
      codes.filter((code) => !isRemoved(code)),
    );
    const present = [...codes, ...adjustments.listAdjustmentCodes(cart)];
    const promo_codes = unique(present.filter(isRemoved));
    await update(container, { cart_id: cartId, promo_codes, action: PromotionActions.REMOVE });
  });
}

const unique = (codes: string[]) => [...new Set(codes)];

/** Two tabs that look at once would otherwise both write. */
function withPromotionLock<T>(container: MedusaContainer, cartId: string, run: () => Promise<T>): Promise<T> {
  const timeout = LOCK_TIMEOUT_SECONDS;
  return container.resolve(Modules.LOCKING).execute(`cart-promotions:${cartId}`, run, { timeout });
}

type Change = { cart_id: string; promo_codes: string[]; action: PromotionActions };

async function update(container: MedusaContainer, change: Change): Promise<void> {
  await updateCartPromotionsWorkflow(container).run({
    input: { ...change, force_refresh_payment_collection: true },
  });
}

/** Promotions that nobody gave a code for. */
async function listAutomaticPromotions(
  container: MedusaContainer,
  codes: string[],
  actions: readonly adjustments.ComputedAction[],
): Promise<CartPromotion[]> {
  const added = actions.filter(adjustments.isAddition).map(({ code }) => code);
  const found = await findByCodes(
    container,
    added.filter((code) => !codes.includes(code)),
  );
  return [...found.values()].map((promotion) =>
    toCartPromotion(promotion.code, promotion, { status: "applied", reason: null }),
  );
}

function toCartPromotion(
  code: string,
  promotion: Promotion | undefined,
  standing: CodeStatus,
): CartPromotion {
  return {
    code,
    is_automatic: promotion?.is_automatic ?? false,
    campaign: promotion?.campaign?.name ?? null,
    terms: promotion ? { type: promotion.type, application_method: promotion.application_method } : null,
    ...standing,
  };
}

async function saveCodes(
  container: MedusaContainer,
  cart: adjustments.PromotableCart,
  codes: string[],
): Promise<void> {
  const metadata = withCodes(cart.metadata, codes);
  if (metadata) await container.resolve(Modules.CART).updateCarts(cart.id, { metadata });
}
