import { NextRequest, NextResponse } from "next/server";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { sessionTokenSealer, sessionCookie, PRESENTED_TOKEN_HEADER, freshCookie } from "@/lib/session/cookie";
import { sessionDeps } from "@/lib/session/validate";
import { rotateSessionCookie } from "@/lib/session/refresh";
import { fakeSession, fakeStore } from "@/lib/session/store.fake";

vi.mock("@/lib/session/validate", async (importOriginal) => ({
  ...(await importOriginal<object>()),
  sessionDeps: {},
}));

const HERE = "http://localhost:8000/us/account";
const NOW = Date.now();
const MINUTE = 60_000;
const { name } = sessionCookie();

type Column = Parameters<typeof fakeSession>[1];

/** What the middleware finds behind it: one row, and a backend that renews. */
function setUp(columns: Column = {}, overrides: Partial<typeof sessionDeps> = {}) {
  const { row, store, changes } = fakeStore(fakeSession(NOW, { generation: 4, ...columns }));
  const limits = { rotateAfterSeconds: 600, graceSeconds: 60, idleSeconds: 1_209_600 };
  const exchangeToken = async () => ({ medusaToken: "anew", medusaTokenExpiresAt: new Date(NOW + 1e9) });
  Object.assign(sessionDeps, { store, exchangeToken, clock: () => ({ now: NOW, ...limits }), ...overrides });
  return { row, changes };
}

const sealToken = (generation: number, ageMinutes: number) =>
  sessionTokenSealer.seal({ sid: fakeSession(NOW).id, generation, issuedAt: NOW - ageMinutes * MINUTE });

const requestWith = (cookie: string, headers: Record<string, string> = {}) =>
  new NextRequest(HERE, { headers: { cookie: `theme=dark; ${name}=${cookie}`, ...headers } });

const generationOf = async (text: string | undefined) => (await sessionTokenSealer.unseal(text))?.generation;

/** Both places a token leaves by: the response, and the request that pages see. */
async function tokensOf(response: NextResponse) {
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

describe("a token that is due", () => {
  type Init = { request: { headers: Headers } };
  it.each([
    ["next", (init?: Init) => NextResponse.next(init), 5],
    ["a rewrite", (init?: Init) => NextResponse.rewrite("http://localhost:8000/de/account", init), 5],
    ["a redirect", () => NextResponse.redirect("http://localhost:8000/us/login?next=/us/account"), undefined],
    ["an response of its own", () => NextResponse.json({ ok: false }, { status: 503 }), undefined],
  ])("leaves renewed on %s", async (_name, respond, seenByPages) => {
    const { changes } = setUp();
    const presented = await sealToken(4, 11);
    const response = await rotateSessionCookie(requestWith(presented), respond);
    expect(await tokensOf(response)).toEqual({ response: 5, request: seenByPages });
    expect(response.cookies.get(name)).toMatchObject({ httpOnly: true, sameSite: "lax", path: "/" });
    expect(response.cookies.get(freshCookie().name)).toMatchObject({ httpOnly: true, maxAge: 600 });
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(response.headers.get(`x-middleware-request-${PRESENTED_TOKEN_HEADER}`)).toBe(
      seenByPages ? presented : null,
    );
    expect(changes).toEqual([]);
  });

  it("keeps the request's other cookies and headers", async () => {
    setUp();
    const response = await rotateSessionCookie(
      requestWith(await sealToken(4, 11), { "accept-language": "de" }),
    );
    expect(response.headers.get("x-middleware-request-cookie")).toContain("theme=dark; ");
    expect(response.headers.get("x-middleware-request-accept-language")).toBe("de");
  });

  it("is taken for the one that the browser showed when Next asks itself for a redirect's target", async () => {
    const { changes } = setUp();
    const carried = { [PRESENTED_TOKEN_HEADER]: await sealToken(4, 22) };
    const response = await rotateSessionCookie(requestWith(await sealToken(5, 11), carried));
    expect(await tokensOf(response)).toEqual({ response: 5, request: 5 });
    expect(changes).toEqual([]);
  });

  it("says in development what was renewed and when it ends, by a shortened id", async () => {
    setUp({ medusaTokenExpiresAt: new Date(NOW + MINUTE) });
    await rotateSessionCookie(requestWith(await sealToken(4, 11)));
    const [line] = vi.mocked(console.info).mock.calls.flat();
    expect(line).toMatch(
      /^session 6f2b7c1e: token 5 issued, next due \S+; backend token renewed; ends \S+ at the latest$/,
    );
    vi.stubEnv("NODE_ENV", "production");
    await rotateSessionCookie(requestWith(await sealToken(4, 11)));
    expect(console.info).toHaveBeenCalledTimes(1);
  });

  it("is renewed though the backend cannot renew the token", async () => {
    const exchangeToken = () => Promise.reject(new AppError("unavailable"));
    setUp({ medusaTokenExpiresAt: new Date(NOW + MINUTE) }, { exchangeToken });
    expect(await tokensOf(await rotateSessionCookie(requestWith(await sealToken(4, 11))))).toEqual({
      response: 5,
      request: 5,
    });
  });
});

describe("nothing is written", () => {
  const UNTOUCHED = ["x-middleware-next"];
  const answerTo = async (cookie: string) => [
    ...(await rotateSessionCookie(requestWith(cookie))).headers.keys(),
  ];

  it("and nothing is read while the token is fresh", async () => {
    const find = vi.fn();
    setUp({}, { store: { ...fakeStore(fakeSession(NOW)).store, find } });
    expect(await answerTo(await sealToken(4, 9.99))).toEqual(UNTOUCHED);
    expect(find).not.toHaveBeenCalled();
  });

  it.each([
    ["revoked", { revokedAt: new Date(NOW), revokedReason: "signed-out" }],
    ["past its absolute limit", { expiresAt: new Date(NOW) }],
    ["idle for too long", { medusaTokenExpiresAt: new Date(NOW) }],
  ])("for a session that is %s", async (_name, columns) => {
    setUp(columns);
    expect(await answerTo(await sealToken(4, 11))).toEqual(UNTOUCHED);
  });

  it("for an old copy, and its session ends", async () => {
    const { changes } = setUp();
    expect(await answerTo(await sealToken(2, 30))).toEqual(UNTOUCHED);
    expect(changes).toEqual(["revoke replayed"]);
  });

  it("when the backend refuses the token for good, and the session ends", async () => {
    const exchangeToken = () => Promise.reject(new AppError("signed-out"));
    const { changes } = setUp({ medusaTokenExpiresAt: new Date(NOW + MINUTE) }, { exchangeToken });
    expect(await answerTo(await sealToken(4, 11))).toEqual(UNTOUCHED);
    expect(changes).toEqual(["claim token", "revoke refused"]);
  });

  it("when the database is away, which is logged and ends nothing", async () => {
    const find = () => Promise.reject(new Error("connect ECONNREFUSED"));
    setUp({}, { store: { ...fakeStore(fakeSession(NOW)).store, find } });
    expect(await answerTo(await sealToken(4, 11))).toEqual(UNTOUCHED);
    expect(console.error).toHaveBeenCalledOnce();
  });

  it.each(["", "garbage", "a.b.c.d.e", "%E0%A4%A", "x".repeat(5_000)])(
    "for the cookie %j",
    async (cookie) => {
      setUp();
      expect(await answerTo(cookie)).toEqual(UNTOUCHED);
    },
  );
});
