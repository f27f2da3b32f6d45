import type { MedusaContainer, PromotionDTO } from "@medusajs/framework/types";
import { MedusaError, Modules, PromotionActions } from "@medusajs/framework/utils";
import { updateCartPromotionsWorkflow } from "@medusajs/medusa/core-flows";
import * as adjustments from "./adjustments";
import { codeKey } from "./code";
import { findByCodes, type Promotion } from "./find";
import { getTriedStatus, getBlockedStatus, type CodeStatus } from "./code-status";
import { listCodes, MAX_CODES, withCodes } from "./cart-codes";

/** A code of the cart or an automatic promotion. `terms` is null for a deleted promotion. */
interface CartPromotion extends CodeStatus {
  code: string;
  is_automatic: boolean;
  campaign: string | null;
  terms: Pick<PromotionDTO, "type" | "application_method"> | null;
}

interface Refreshed {
  /** Whether the cart's discounts have changed. */
  changed: boolean;
  promotions: CartPromotion[];
}

const LOCK_TIMEOUT_SECONDS = 10;

/**
 * Updates a cart's promotions and returns the status of each code. Medusa drops codes without a current effect, and
 * keeps ended ones until the cart changes. Here codes stay with the cart: each takes effect as soon as it can, and
 * none is removed without a status.
 * @param added codes to try and to keep; ended ones are reported and not kept
 * @throws MedusaError "invalid_data" for too many codes
 */
export async function refreshPromotions(
  container: MedusaContainer,
  cartId: string,
  added: string[] = [],
): Promise<Refreshed> {
  return withPromotionLock(container, cartId, async () => {
    const cart = await adjustments.readPromotableCart(container, cartId);
    if (!cart || cart.completed_at) return { changed: false, promotions: [] };
    const saved = listCodes(cart.metadata);
    const current = adjustments.listAdjustmentCodes(cart);
    const found = await findByCodes(container, [...saved, ...current, ...added]);
    const known = unique([...saved, ...current.filter((code) => !found.get(code)?.is_automatic)]);
    const codes = unique([...known, ...added]);
    if (codes.length > Math.max(MAX_CODES, known.length))
      throw new MedusaError(MedusaError.Types.INVALID_DATA, "The cart has too many promotion codes.");
    const blocked = new Map(codes.map((code) => [code, getBlockedStatus(found.get(code), cart, new Date())]));
    const tryable = codes.filter((code) => !blocked.get(code));
    const actions = await adjustments.computeActions(container, cart, tryable);
    const changed = adjustments.hasDiscountChanged(cart, actions);
    if (changed)
      await update(container, { cart_id: cartId, promo_codes: tryable, action: PromotionActions.REPLACE });
    const promotions = codes.map((code) => {
      const promotion = found.get(code);
      return toCartPromotion(code, promotion, blocked.get(code) ?? getTriedStatus(promotion, cart, actions));
    });
    const isKept = ({ code, status }: CartPromotion) => known.includes(code) || status !== "ended";
    const codesToKeep = promotions.filter(isKept).map(({ code }) => code);
    await saveCodes(container, cart, codesToKeep);
    return {
      changed,
      promotions: [...promotions, ...(await listAutomaticPromotions(container, codes, actions))],
    };
  });
}

/** Removes codes from a cart, spelled in any form, also those without an effect. */
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
    const current = [...codes, ...adjustments.listAdjustmentCodes(cart)];
    const promo_codes = unique(current.filter(isRemoved));
    await update(container, { cart_id: cartId, promo_codes, action: PromotionActions.REMOVE });
  });
}

const unique = (codes: string[]) => [...new Set(codes)];

/** Serialises concurrent requests for one cart. */
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

/** Promotions that apply without a code. */
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
