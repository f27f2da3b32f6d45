import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { isBreached } from "./breached-passwords";

// SHA-1 of the password: the prefix that is sent, and the suffix.
const PASSWORD = "another-password";
const PREFIX = "4A950";
const SUFFIX = "320EC1AB38B45E4F4AA2592F5BD676AA2E5";

let close = () => Promise.resolve();
afterEach(() => close());

type Reply = (path: string) => string | null;

/** A range API on this machine. `null` is never answered. */
async function serve(reply: Reply): Promise<{ url: string; seen: { path: string; padding: unknown }[] }> {
  const seen: { path: string; padding: unknown }[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    seen.push({ path, padding: request.headers["add-padding"] });
    const text = reply(path);
    if (text !== null) response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/range/`, seen };
}

describe("isBreached", () => {
  it("sends five characters of the hash, requests padding, and finds the rest in the response", async () => {
    const { url, seen } = await serve(() => `${"0".repeat(35)}:3\r\n${SUFFIX}:12\r\n`);
    expect(await isBreached(PASSWORD, url)).toBe(true);
    expect(seen).toEqual([{ path: `/range/${PREFIX}`, padding: "true" }]);
  });

  it("ignores padding and the other hashes of a range", async () => {
    const { url } = await serve(() => `${SUFFIX}:0\r\n${"0".repeat(35)}:3`);
    expect(await isBreached(PASSWORD, url)).toBe(false);
  });

  it("sends no request when no URL is configured", async () => {
    const { seen } = await serve(() => `${SUFFIX}:12`);
    expect(await isBreached(PASSWORD, undefined)).toBe(false);
    expect(seen).toEqual([]);
  });

  it("accepts a password within about a second when the list does not respond", async () => {
    const { url } = await serve(() => null);
    const startedAt = performance.now();
    expect(await isBreached(PASSWORD, url)).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });

  it("accepts a password when the list is unreachable or its response is endless", async () => {
    const { url } = await serve(() => `${"A".repeat(600_000)}\n${SUFFIX}:12`);
    expect(await isBreached(PASSWORD, url)).toBe(false);
    await close();
    expect(await isBreached(PASSWORD, url)).toBe(false);
    close = () => Promise.resolve();
  });
});
