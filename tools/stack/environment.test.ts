import { expect, it } from "vitest";
import { withoutShopVariables } from "./environment";

it("a shell's shop is left out, the rest is kept", () => {
  const shell = { PATH: "/bin", HOME: "/home/me", npm_config_registry: "https://npm", PORTS: "x" };
  const shop = {
    DATABASE_URL: "postgres://precious",
    STOREFRONT_DATABASE_URL: "postgres://precious",
    AUTH_SECRET: "a",
    AUTH_SECRET_1: "b",
    SESSION_IDLE_TTL: "1s",
    SMTP_URL: "smtp://everybody",
    MAIL_FROM: "me@precious",
    BIND_ADDRESS: "0.0.0.0",
    ADMIN_PASSWORD: "precious",
    DATA_DIR: "/srv",
    NODE_ENV: "development",
    PORT: "80",
  };
  expect(withoutShopVariables({ ...shell, ...shop })).toEqual(shell);
});
