import { readdirSync, statSync } from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";
import { apiTest as test, expect } from "./support/api-test";
import { environment } from "./support/environment";

/**
 * Another loopback address of Linux: reaches servers that listen on all interfaces, and none that listen on 127.0.0.1
 * only.
 */
const ANOTHER_ADDRESS = "127.0.0.2";

test("Nothing that the demo starts can be reached from another machine", async ({ baseURL }) => {
  const { secondBaseUrl, medusaUrl, controlUrl, storefrontDatabaseUrl } = environment;
  const urls = [baseURL ?? "", secondBaseUrl, medusaUrl, controlUrl, storefrontDatabaseUrl];
  for (const url of urls) {
    const port = Number(new URL(url).port);
    expect(await canConnect(port, "127.0.0.1"), `${url} on this machine`).toBe(true);
    expect(await canConnect(port, ANOTHER_ADDRESS), `${url} on another address`).toBe(false);
  }
});

test("The admin has a password of its own in each data folder, not a published one", async ({ storeApi }) => {
  const { email, password } = environment.admin;
  const signIn = (body: object) => storeApi.post("/auth/user/emailpass", { body });
  expect((await signIn({ email, password: "cloakroom-admin" })).status).toBe(401);
  expect((await signIn({ email, password })).status).toBe(200);
  expect(password).toMatch(/^[\w-]{16}$/);
});

test("What the shop writes to disk is for its own account: mail, uploads, logs, secrets", () => {
  const folder = environment.dataFolder;
  for (const name of ["mail", "uploads", "logs"]) expect(readMode(join(folder, name)), name).toBe(0o700);
  expect(readMode(join(folder, "secrets.json"))).toBe(0o600);
  expect(readdirSync(join(folder, "logs"))).toContain("medusa.log");
});

function readMode(path: string): number {
  return statSync(path).mode & 0o777;
}

function canConnect(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
