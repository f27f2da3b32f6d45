import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT } from "./paths";
import { readSettings, urlsOf } from "./settings";

describe("settings", () => {
  it("have a default for everything", () => {
    expect(readSettings({})).toMatchObject({
      ports: { storefront: 8000, medusa: 9000, postgres: 5454 },
      bindAddress: "127.0.0.1",
      dataDir: join(ROOT, ".data"),
      distDir: ".next",
      isDevelopment: false,
    });
    expect(readSettings({}).externalDatabases).toBeUndefined();
  });

  it("take an empty variable for one that is not set", () => {
    expect(readSettings({ STOREFRONT_PORT: "", DATA_DIR: "", DATABASE_URL: "" })).toMatchObject(readPlain());
  });

  it("take ports and folders from the environment", () => {
    const { ports, dataDir } = readSettings({ STOREFRONT_PORT: "8001", DATA_DIR: "/srv/shop" });
    expect(urlsOf(ports).storefront).toBe("http://localhost:8001");
    expect(dataDir).toBe("/srv/shop");
  });

  it("open the shop to the network only when asked", () => {
    expect(readSettings({ BIND_ADDRESS: "" }).bindAddress).toBe("127.0.0.1");
    expect(readSettings({ BIND_ADDRESS: "0.0.0.0" }).bindAddress).toBe("0.0.0.0");
    expect(readSettings({ BIND_ADDRESS: "::" }).bindAddress).toBe("::");
    expect(() => readSettings({ BIND_ADDRESS: "everywhere" })).toThrow('BIND_ADDRESS is "everywhere"');
  });

  it.each(["x", "0", "65536", "80.5", "-1"])("refuse the port %s by name", (text) => {
    expect(() => readSettings({ MEDUSA_PORT: text })).toThrow(`MEDUSA_PORT is "${text}"`);
  });
});

describe("a PostgreSQL of one's own", () => {
  it.each([
    ["postgres://me:pw@db:5432/cloakroom_medusa", "postgres://me:pw@db:5432/cloakroom_storefront"],
    ["postgresql://db/shop?sslmode=require", "postgresql://db/shop_storefront?sslmode=require"],
  ])("%s has the storefront's database beside it", (medusa, storefront) => {
    expect(readSettings({ DATABASE_URL: medusa }).externalDatabases).toEqual({ medusa, storefront });
  });

  it("may name the storefront's database", () => {
    const environment = {
      DATABASE_URL: "postgres://db/a",
      STOREFRONT_DATABASE_URL: "postgres://elsewhere/b",
    };
    expect(readSettings(environment).externalDatabases?.storefront).toBe("postgres://elsewhere/b");
  });

  it.each([
    [{ DATABASE_URL: "mysql://db/shop" }, "DATABASE_URL"],
    [{ DATABASE_URL: "postgres://db" }, "DATABASE_URL"],
    [{ DATABASE_URL: "shop" }, "DATABASE_URL"],
    [{ STOREFRONT_DATABASE_URL: "postgres://db/b" }, "DATABASE_URL, is not|DATABASE_URL is not"],
  ])("refuses %o", (environment, message) => {
    expect(() => readSettings(environment)).toThrow(new RegExp(message, "u"));
  });
});

function readPlain() {
  const { environment: _, ...settings } = readSettings({});
  return settings;
}
