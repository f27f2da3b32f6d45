import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { AMERICAN } from "./addresses";
import { environment } from "./environment";
import { expect, test } from "./fixtures";
import { query } from "./records";
import type { Shopper } from "./shopper";

// One after the other: the audit looks at every order, and here one is given to somebody else for a moment.
test.describe.configure({ mode: "default" });

type Answer = { code: number; output: string };

/** `npm run audit-log`, as whoever runs the shop types it. */
function audit(...args: string[]): Promise<Answer> {
  const env: NodeJS.ProcessEnv = {
    NODE_ENV: "test",
    PATH: process.env.PATH,
    DATA_DIR: dirname(environment.mailFolder),
    DATABASE_URL: environment.medusaDatabaseUrl,
    STOREFRONT_DATABASE_URL: environment.storefrontDatabaseUrl,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, ["tools/run.mjs", "audit-log", ...args], { env }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === "number" ? error.code : 0, output: stdout + stderr });
    });
  });
}

/** What no code of the shop's does: gives an order to somebody else. */
async function giveOrder(id: string, customerId: string): Promise<void> {
  const change = `UPDATE "order" SET customer_id = $2 WHERE id = $1`;
  await query(change, [id, customerId], environment.medusaDatabaseUrl);
}

async function buy(shopper: Shopper): Promise<string> {
  await shopper.add();
  await shopper.goToReview(AMERICAN);
  return shopper.placeOrder();
}

test("Whoever runs the shop finds what happened around an account, and learns neither password nor address", async ({
  shopper,
}) => {
  const ida = await shopper();
  const { email } = ida.identity;
  const order = await buy(ida);
  await ida.signOut();
  const { password } = ida.identity;
  await ida.page.goto("/us/login");
  await ida.field("E-mail").fill(email);
  await ida.passwordField.fill("not-the-password");
  await ida.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(ida.page.getByText("do not belong together")).toBeVisible();
  await ida.signIn();

  const { code, output } = await audit("--customer", email, "--since", "1h");
  expect(code, output).toBe(0);
  for (const type of [
    "account.registered",
    "session.created",
    "session.renewed",
    "order.placed",
    "session.revoked",
    "sign-in.failed",
  ])
    expect(output).toContain(type);
  expect(output.indexOf("sign-in.failed")).toBeLessThan(output.indexOf("account.registered"));
  for (const secret of [email, password, "not-the-password"]) expect(output).not.toContain(secret);
  expect((await audit("--order", order)).output).toMatch(/order\.placed\s+cus_/);
  expect((await audit("--customer", email, "--type", "sign-in")).output).not.toContain("session.created");
});

test("An order that is not its session's customer's is found, named and exits with 1", async ({
  shopper,
  backend,
}) => {
  const ida = await shopper();
  const id = await buy(ida);
  expect(await audit("--check", "--order", id)).toMatchObject({ code: 0 });
  const { id: owner } = await backend.findCustomer(ida.identity.email);
  const { id: demo } = await backend.findCustomer("demo@cloakroom.test");
  await giveOrder(id, demo);
  const { code, output } = await audit("--check", "--order", id);
  await giveOrder(id, owner);
  expect(code).toBe(1);
  expect(output).toContain(`(${id}) was placed by ${owner}`);
  expect(output).toContain(`and is ${demo}'s in Medusa.`);
});

test("What cannot be asked or looked at exits with 2 and says what to do", async () => {
  expect(await audit("--since", "yesterday")).toMatchObject({
    code: 2,
    output: expect.stringContaining("It looks like this: 90m, 24h, 7d"),
  });
  expect(await audit("--colour", "red")).toMatchObject({
    code: 2,
    output: expect.stringContaining("--since"),
  });
});
