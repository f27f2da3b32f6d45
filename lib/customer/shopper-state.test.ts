import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Cart } from "@/lib/cart/cart";
import { type ActiveCart, findActiveCartOf, toCartView } from "@/lib/cart/active-cart";
import { cartContextFor, type CustomerCartContext, guestCartContext } from "@/lib/cart/context";
import { readCustomer } from "@/lib/customer/profile";
import { getShopperState } from "@/lib/customer/shopper-state";
import { AppError } from "@/lib/errors";
import { endSession, getSession, type SessionState } from "@/lib/session/session";
import { acknowledgeSessionEnd } from "@/lib/session/cookie";

vi.mock("@/lib/session/session", () => ({ getSession: vi.fn(), endSession: vi.fn() }));
vi.mock("@/lib/session/cookie", () => ({ acknowledgeSessionEnd: vi.fn() }));
vi.mock("@/lib/customer/customer-tag", () => ({ toCustomerTag: () => "mark" }));
vi.mock("@/lib/cart/cookie", () => ({ readCartId: async () => undefined }));
vi.mock("@/lib/cart/active-cart", () => ({
  toCartView: vi.fn(),
  findActiveCartOf: vi.fn(),
}));
vi.mock("@/lib/cart/context", () => ({ cartContextFor: vi.fn(), guestCartContext: vi.fn() }));
vi.mock("@/lib/cart/merge", () => ({ mergeGuestCart: vi.fn() }));
vi.mock("@/lib/cart/shortage-notice", () => ({ takeShortageNotice: async () => undefined }));
vi.mock("@/lib/customer/customer-prices", () => ({ isInCustomerGroup: async () => true }));
vi.mock("@/lib/customer/profile", () => ({ readCustomer: vi.fn() }));

const signedIn: SessionState = {
  status: "signed-in",
  session: { id: "s", customerId: "cus_ann", backendToken: "t" },
};

function sessionReads(...states: SessionState[]) {
  for (const state of states) vi.mocked(getSession).mockResolvedValueOnce(state);
}

beforeEach(() => {
  vi.resetAllMocks();
  vi.mocked(guestCartContext).mockResolvedValue({} as never);
  vi.mocked(findActiveCartOf).mockResolvedValue(null);
  // The backend takes nobody's token here: what matters is what the session's row says by then.
  vi.mocked(readCustomer).mockRejectedValue(new AppError("signed-out"));
});

describe("a session that ends while a request asks who is here", () => {
  it("by a sign-out, leaves an ordinary guest, who is told nothing", async () => {
    sessionReads(signedIn, { status: "guest" });
    expect(await getShopperState()).toEqual({ customer: null, cart: null });
    expect(endSession).not.toHaveBeenCalled();
  });

  it("by anything else, is told with its own reason", async () => {
    sessionReads(signedIn, { status: "ended", reason: "password-changed" });
    expect(await getShopperState()).toEqual({ customer: null, cart: null, ended: "password-changed" });
    expect(acknowledgeSessionEnd).toHaveBeenCalledOnce();
  });

  it("is not taken to have ended when the database cannot say", async () => {
    sessionReads(signedIn, { status: "unavailable" });
    await expect(getShopperState()).rejects.toThrow("unavailable");
    expect(endSession).not.toHaveBeenCalled();
  });
});

it("A living session whose token the backend refuses has ended, and will be told so once more by its row", async () => {
  sessionReads(signedIn, signedIn);
  expect(await getShopperState()).toEqual({ customer: null, cart: null, ended: "refused" });
  expect(endSession).toHaveBeenCalledWith("refused");
  expect(acknowledgeSessionEnd).not.toHaveBeenCalled();
});

it("A session that ends between two looks at it shows its owner's cart beside the name, and no guest's", async () => {
  sessionReads(signedIn, { status: "guest" });
  vi.mocked(readCustomer).mockResolvedValue({
    firstName: "Ann",
    lastName: "Lee",
    email: "a@x.test",
    phone: "",
  });
  vi.mocked(cartContextFor).mockImplementation(
    async ({ customerId }) => ({ cartId: `cart of ${customerId}` }) as CustomerCartContext,
  );
  vi.mocked(findActiveCartOf).mockImplementation(async (context) => context as ActiveCart);
  vi.mocked(toCartView).mockImplementation(async ({ cartId }) => ({ email: cartId }) as Cart);
  expect(await getShopperState()).toEqual({
    customer: { firstName: "Ann", tag: "mark", hasCustomerPrices: true },
    cart: { email: "cart of cus_ann" },
  });
  expect(guestCartContext).not.toHaveBeenCalled();
});
