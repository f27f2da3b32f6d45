import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Cart } from "@/lib/cart/cart";
import { type ActiveCart, findActiveCartFor } from "@/lib/cart/active-cart";
import { loadCartView } from "@/lib/cart/cart-view";
import { getCartContextFor, type CustomerCartContext, getGuestCartContext } from "@/lib/cart/context";
import { getCustomerFor } from "@/lib/customer/profile";
import { takeShopperState } from "@/lib/customer/shopper-state";
import { AppError } from "@/lib/errors";
import { endSession, getSession, type SessionState } from "@/lib/session/session";
import { acknowledgeSessionEnd } from "@/lib/session/cookie";

vi.mock("@/lib/session/session", () => ({ getSession: vi.fn(), endSession: vi.fn() }));
vi.mock("@/lib/session/cookie", () => ({ acknowledgeSessionEnd: vi.fn() }));
vi.mock("@/lib/customer/customer-tag", () => ({ toCustomerTag: () => "mark" }));
vi.mock("@/lib/cart/cookie", () => ({ readCartId: async () => undefined }));
vi.mock("@/lib/cart/active-cart", () => ({ findActiveCartFor: vi.fn() }));
vi.mock("@/lib/cart/cart-view", () => ({ loadCartView: vi.fn() }));
vi.mock("@/lib/cart/context", () => ({ getCartContextFor: vi.fn(), getGuestCartContext: vi.fn() }));
vi.mock("@/lib/cart/merge", () => ({ mergeGuestCart: vi.fn() }));
vi.mock("@/lib/cart/shortage-notice", () => ({ takeShortageNotice: async () => undefined }));
vi.mock("@/lib/customer/customer-prices", () => ({ isInCustomerGroup: async () => true }));
vi.mock("@/lib/customer/profile", () => ({ getCustomerFor: vi.fn() }));

const signedIn: SessionState = {
  status: "signed-in",
  session: { id: "s", customerId: "cus_ann", backendToken: "t" },
};

function sessionReads(...states: SessionState[]) {
  for (const state of states) vi.mocked(getSession).mockResolvedValueOnce(state);
}

beforeEach(() => {
  vi.resetAllMocks();
  vi.mocked(getGuestCartContext).mockResolvedValue({} as never);
  vi.mocked(findActiveCartFor).mockResolvedValue(null);
  // The backend takes nobody's token here: what matters is what the session's row says by then.
  vi.mocked(getCustomerFor).mockRejectedValue(new AppError("signed-out"));
});

describe("a session that ends while a request asks who is here", () => {
  it("by a sign-out, leaves an ordinary guest, who is told nothing", async () => {
    sessionReads(signedIn, { status: "guest" });
    expect(await takeShopperState()).toEqual({ customer: null, cart: null });
    expect(endSession).not.toHaveBeenCalled();
  });

  it("by anything else, is told with its own reason", async () => {
    sessionReads(signedIn, { status: "ended", reason: "password-changed" });
    expect(await takeShopperState()).toEqual({ customer: null, cart: null, ended: "password-changed" });
    expect(acknowledgeSessionEnd).toHaveBeenCalledOnce();
  });

  it("is not taken to have ended when the database cannot say", async () => {
    sessionReads(signedIn, { status: "unavailable" });
    await expect(takeShopperState()).rejects.toThrow("unavailable");
    expect(endSession).not.toHaveBeenCalled();
  });
});

it("A living session whose token the backend refuses has ended, and will be told so once more by its row", async () => {
  sessionReads(signedIn, signedIn);
  expect(await takeShopperState()).toEqual({ customer: null, cart: null, ended: "refused" });
  expect(endSession).toHaveBeenCalledWith("refused");
  expect(acknowledgeSessionEnd).not.toHaveBeenCalled();
});

it("A session that ends between two looks at it shows its owner's cart beside the name, and no guest's", async () => {
  sessionReads(signedIn, { status: "guest" });
  vi.mocked(getCustomerFor).mockResolvedValue({
    firstName: "Ann",
    lastName: "Lee",
    email: "a@x.test",
    phone: "",
  });
  vi.mocked(getCartContextFor).mockImplementation(
    async ({ customerId }) => ({ cartId: `cart of ${customerId}` }) as CustomerCartContext,
  );
  vi.mocked(findActiveCartFor).mockImplementation(async (context) => context as ActiveCart);
  vi.mocked(loadCartView).mockImplementation(async ({ cartId }) => ({ email: cartId }) as Cart);
  expect(await takeShopperState()).toEqual({
    customer: { firstName: "Ann", tag: "mark", hasCustomerPrices: true },
    cart: { email: "cart of cus_ann" },
  });
  expect(getGuestCartContext).not.toHaveBeenCalled();
});
