import { beforeEach, describe, expect, it, vi } from "vitest";
import type { BackendCart } from "@/lib/cart/backend-cart";
import type { Cart } from "@/lib/cart/cart";
import { getCart, presentCart, readOpenCartOf } from "@/lib/cart/current";
import { holdAs, type Holder } from "@/lib/cart/holder";
import { getCustomer } from "@/lib/customer/profile";
import { getShopper } from "@/lib/customer/shopper";
import { AppError } from "@/lib/errors";
import { endSession, getSession, type SessionState } from "@/lib/session/session";
import { acknowledgeSessionEnd } from "@/lib/session/cookie";

vi.mock("@/lib/session/session", () => ({ getSession: vi.fn(), endSession: vi.fn() }));
vi.mock("@/lib/session/cookie", () => ({ acknowledgeSessionEnd: vi.fn() }));
vi.mock("@/lib/customer/mark", () => ({ markOf: () => "mark" }));
vi.mock("@/lib/cart/cookie", () => ({ readCartId: async () => undefined }));
vi.mock("@/lib/cart/current", () => ({ getCart: vi.fn(), presentCart: vi.fn(), readOpenCartOf: vi.fn() }));
vi.mock("@/lib/cart/holder", () => ({ holdAs: vi.fn() }));
vi.mock("@/lib/cart/merge", () => ({ mergeGuestCart: vi.fn() }));
vi.mock("@/lib/cart/shortfall", () => ({ takeShortfall: async () => undefined }));
vi.mock("@/lib/customer/own-prices", () => ({ isInCustomerGroup: async () => true }));
vi.mock("@/lib/customer/profile", () => ({ getCustomer: vi.fn() }));

const signedIn: SessionState = {
  status: "signed-in",
  session: { id: "s", customerId: "cus_ann", backendToken: "t" },
};

function sessionReads(...states: SessionState[]) {
  for (const state of states) vi.mocked(getSession).mockResolvedValueOnce(state);
}

beforeEach(() => {
  vi.resetAllMocks();
  vi.mocked(getCart).mockResolvedValue(null);
  // The backend takes nobody's token here: what matters is what the session's row says by then.
  vi.mocked(getCustomer).mockRejectedValue(new AppError("signed-out"));
});

describe("a session that ends while a request asks who is here", () => {
  it("by a sign-out, leaves an ordinary guest, who is told nothing", async () => {
    sessionReads(signedIn, { status: "guest" });
    expect(await getShopper()).toEqual({ customer: null, cart: null });
    expect(endSession).not.toHaveBeenCalled();
  });

  it("by anything else, is told with its own reason", async () => {
    sessionReads(signedIn, { status: "ended", reason: "password-changed" });
    expect(await getShopper()).toEqual({ customer: null, cart: null, ended: "password-changed" });
    expect(acknowledgeSessionEnd).toHaveBeenCalledOnce();
  });

  it("is not taken to have ended when the database cannot say", async () => {
    sessionReads(signedIn, { status: "unavailable" });
    await expect(getShopper()).rejects.toThrow("unavailable");
    expect(endSession).not.toHaveBeenCalled();
  });
});

it("A living session whose token the backend refuses has ended, and will be told so once more by its row", async () => {
  sessionReads(signedIn, signedIn);
  expect(await getShopper()).toEqual({ customer: null, cart: null, ended: "refused" });
  expect(endSession).toHaveBeenCalledWith("refused");
  expect(acknowledgeSessionEnd).not.toHaveBeenCalled();
});

it("A session that ends between two looks at it shows its owner's cart beside the name, and no guest's", async () => {
  sessionReads(signedIn, { status: "guest" });
  vi.mocked(getCustomer).mockResolvedValue({
    firstName: "Ann",
    lastName: "Lee",
    email: "a@x.test",
    phone: "",
  });
  vi.mocked(holdAs).mockImplementation(
    async ({ customerId }) => ({ cartId: `cart of ${customerId}` }) as Holder,
  );
  vi.mocked(readOpenCartOf).mockImplementation(async ({ cartId }) => ({ id: cartId }) as BackendCart);
  vi.mocked(presentCart).mockImplementation(async ({ id }) => ({ email: id }) as Cart);
  expect(await getShopper()).toEqual({
    customer: { firstName: "Ann", mark: "mark", hasOwnPrices: true },
    cart: { email: "cart of cus_ann" },
  });
  expect(getCart).not.toHaveBeenCalled();
});
