import { beforeEach, describe, expect, it, vi } from "vitest";
import { getShopper } from "@/lib/customer/shopper";
import { AppError } from "@/lib/errors";
import { getSession, type SessionState } from "@/lib/session";
import { endSession } from "@/lib/session/browser";
import { rememberTold } from "@/lib/session/told";

vi.mock("@/lib/session", () => ({ getSession: vi.fn() }));
vi.mock("@/lib/session/browser", () => ({ endSession: vi.fn() }));
vi.mock("@/lib/session/told", () => ({ rememberTold: vi.fn() }));
vi.mock("@/lib/fingerprint", () => ({ fingerprint: () => "mark" }));
vi.mock("@/lib/cart/cookie", () => ({ readCartId: async () => undefined }));
vi.mock("@/lib/cart/current", () => ({ getCart: async () => null }));
vi.mock("@/lib/cart/merge", () => ({ mergeGuestCart: vi.fn() }));
vi.mock("@/lib/cart/shortfall", () => ({ takeShortfall: async () => undefined }));
// The backend takes nobody's token here: what matters is what the session's row says by then.
vi.mock("@/lib/customer/profile", () => ({ getCustomer: () => Promise.reject(new AppError("signed-out")) }));

const signedIn: SessionState = {
  status: "signed-in",
  session: { id: "s", customerId: "cus_ann", medusaToken: "t" },
};

function looks(...states: SessionState[]) {
  for (const state of states) vi.mocked(getSession).mockResolvedValueOnce(state);
}

beforeEach(() => vi.clearAllMocks());

describe("a session that ends while a request asks who is here", () => {
  it("by a sign-out, leaves an ordinary guest, who is told nothing", async () => {
    looks(signedIn, { status: "guest" });
    expect(await getShopper()).toEqual({ customer: null, cart: null });
    expect(endSession).not.toHaveBeenCalled();
  });

  it("by anything else, is told with its own reason", async () => {
    looks(signedIn, { status: "ended", reason: "password-changed" });
    expect(await getShopper()).toEqual({ customer: null, cart: null, ended: "password-changed" });
    expect(rememberTold).toHaveBeenCalledOnce();
  });

  it("is not taken to have ended when the database cannot say", async () => {
    looks(signedIn, { status: "unavailable" });
    await expect(getShopper()).rejects.toThrow("unavailable");
    expect(endSession).not.toHaveBeenCalled();
  });
});

it("A living session whose token the backend refuses has ended, and will be told so once more by its row", async () => {
  looks(signedIn, signedIn);
  expect(await getShopper()).toEqual({ customer: null, cart: null, ended: "refused" });
  expect(endSession).toHaveBeenCalledWith("refused");
  expect(rememberTold).not.toHaveBeenCalled();
});
