import { NextRequest, NextResponse } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { sealedTicket, sessionCookie, SHOWN_TICKET_HEADER, youngCookie } from "@/lib/session/cookie";
import { desk } from "@/lib/session/desk";
import { refreshSession } from "@/lib/session/refresh";
import { fakeSession, fakeStore } from "@/lib/session/store.fake";

vi.mock("@/lib/session/desk", () => ({ desk: {} }));

const HERE = "http://localhost:8000/us/account";
const NOW = Date.now();
const MINUTE = 60_000;
const { name } = sessionCookie();

type Column = Parameters<typeof fakeSession>[1];

/** What the middleware finds behind it: one row, and a backend that renews. */
function openDesk(columns: Column = {}, overrides: Partial<typeof desk> = {}) {
  const { row, store, changes } = fakeStore(fakeSession(NOW, { generation: 4, ...columns }));
  const limits = { rotateAfterSeconds: 600, graceSeconds: 60, idleSeconds: 1_209_600 };
  const exchangeToken = async () => ({ medusaToken: "anew", medusaTokenExpiresAt: new Date(NOW + 1e9) });
  Object.assign(desk, { store, exchangeToken, moment: () => ({ now: NOW, ...limits }), ...overrides });
  return { row, changes };
}

const sealTicket = (generation: number, ageMinutes: number) =>
  sealedTicket.seal({ sid: fakeSession(NOW).id, generation, issuedAt: NOW - ageMinutes * MINUTE });

const requestWith = (cookie: string, headers: Record<string, string> = {}) =>
  new NextRequest(HERE, { headers: { cookie: `theme=dark; ${name}=${cookie}`, ...headers } });

const generationOf = async (text: string | undefined) => (await sealedTicket.unseal(text))?.generation;

/** Both places a ticket leaves by: the response, and the request that pages see. */
async function ticketsOf(response: NextResponse) {
  const forwarded = response.headers.get("x-middleware-request-cookie") ?? "";
  return {
    response: await generationOf(response.cookies.get(name)?.value),
    request: await generationOf(new RegExp(`${name}=([^;]+)`).exec(forwarded)?.[1]),
  };
}

beforeEach(() => {
  vi.stubEnv("AUTH_SECRET", "a-secret-for-tests-0123456789-abcdef");
  for (const level of ["info", "warn", "error"] as const)
    vi.spyOn(console, level).mockImplementation(() => {});
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

describe("a ticket that is due", () => {
  type Init = { request: { headers: Headers } };
  it.each([
    ["next", (init?: Init) => NextResponse.next(init), 5],
    ["a rewrite", (init?: Init) => NextResponse.rewrite("http://localhost:8000/de/account", init), 5],
    ["a redirect", () => NextResponse.redirect("http://localhost:8000/us/login?next=/us/account"), undefined],
    ["an answer of its own", () => NextResponse.json({ ok: false }, { status: 503 }), undefined],
  ])("leaves renewed on %s", async (_name, answer, seenByPages) => {
    const { changes } = openDesk();
    const shown = await sealTicket(4, 11);
    const response = await refreshSession(requestWith(shown), answer);
    expect(await ticketsOf(response)).toEqual({ response: 5, request: seenByPages });
    expect(response.cookies.get(name)).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/" });
    expect(response.cookies.get(youngCookie().name)).toMatchObject({ httpOnly: true, maxAge: 600 });
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get(`x-middleware-request-${SHOWN_TICKET_HEADER}`)).toBe(
      seenByPages ? shown : null,
    );
    expect(changes).toEqual([]);
  });

  it("keeps the request's other cookies and headers", async () => {
    openDesk();
    const response = await refreshSession(requestWith(await sealTicket(4, 11), { "accept-language": "de" }));
    expect(response.headers.get("x-middleware-request-cookie")).toContain("theme=dark; ");
    expect(response.headers.get("x-middleware-request-accept-language")).toBe("de");
  });

  it("is taken for the one that the browser showed when Next asks itself for a redirect's target", async () => {
    const { changes } = openDesk();
    const carried = { [SHOWN_TICKET_HEADER]: await sealTicket(4, 22) };
    const response = await refreshSession(requestWith(await sealTicket(5, 11), carried));
    expect(await ticketsOf(response)).toEqual({ response: 5, request: 5 });
    expect(changes).toEqual([]);
  });

  it("says in development what was renewed and when it ends, by a shortened id", async () => {
    openDesk({ medusaTokenExpiresAt: new Date(NOW + MINUTE) });
    await refreshSession(requestWith(await sealTicket(4, 11)));
    const [line] = vi.mocked(console.info).mock.calls.flat();
    expect(line).toMatch(
      /^session 6f2b7c1e: ticket 5 handed out, next due \S+; token renewed; ends \S+ at the latest$/,
    );
    vi.stubEnv("NODE_ENV", "production");
    await refreshSession(requestWith(await sealTicket(4, 11)));
    expect(console.info).toHaveBeenCalledTimes(1);
  });

  it("is renewed though the backend cannot renew the token", async () => {
    const exchangeToken = () => Promise.reject(new AppError("unavailable"));
    openDesk({ medusaTokenExpiresAt: new Date(NOW + MINUTE) }, { exchangeToken });
    expect(await ticketsOf(await refreshSession(requestWith(await sealTicket(4, 11))))).toEqual({
      response: 5,
      request: 5,
    });
  });
});

describe("nothing is written", () => {
  const UNTOUCHED = ["x-middleware-next"];
  const answerTo = async (cookie: string) => [...(await refreshSession(requestWith(cookie))).headers.keys()];

  it("and nothing is read while the ticket is young", async () => {
    const find = vi.fn();
    openDesk({}, { store: { ...fakeStore(fakeSession(NOW)).store, find } });
    expect(await answerTo(await sealTicket(4, 9.99))).toEqual(UNTOUCHED);
    expect(find).not.toHaveBeenCalled();
  });

  it.each([
    ["revoked", { revokedAt: new Date(NOW), revokedReason: "signed-out" }],
    ["past its absolute limit", { expiresAt: new Date(NOW) }],
    ["idle for too long", { medusaTokenExpiresAt: new Date(NOW) }],
  ])("for a session that is %s", async (_name, columns) => {
    openDesk(columns);
    expect(await answerTo(await sealTicket(4, 11))).toEqual(UNTOUCHED);
  });

  it("for an old copy, and its session ends", async () => {
    const { changes } = openDesk();
    expect(await answerTo(await sealTicket(2, 30))).toEqual(UNTOUCHED);
    expect(changes).toEqual(["revoke replayed"]);
  });

  it("when the backend refuses the token for good, and the session ends", async () => {
    const exchangeToken = () => Promise.reject(new AppError("signed-out"));
    const { changes } = openDesk({ medusaTokenExpiresAt: new Date(NOW + MINUTE) }, { exchangeToken });
    expect(await answerTo(await sealTicket(4, 11))).toEqual(UNTOUCHED);
    expect(changes).toEqual(["claim token", "revoke refused"]);
  });

  it("when the database is away, which is logged and ends nothing", async () => {
    const find = () => Promise.reject(new Error("connect ECONNREFUSED"));
    openDesk({}, { store: { ...fakeStore(fakeSession(NOW)).store, find } });
    expect(await answerTo(await sealTicket(4, 11))).toEqual(UNTOUCHED);
    expect(console.error).toHaveBeenCalledOnce();
  });

  it.each(["", "garbage", "a.b.c.d.e", "%E0%A4%A", "x".repeat(5_000)])(
    "for the cookie %j",
    async (cookie) => {
      openDesk();
      expect(await answerTo(cookie)).toEqual(UNTOUCHED);
    },
  );
});
