import { execFile } from "node:child_process";
import { dirname } from "node:path";
import { AMERICAN } from "./support/addresses";
import { environment } from "./support/environment";
import { expect, test } from "./support/fixtures";
import { queryDb } from "./support/storefront-db";
import type { Shopper } from "./support/shopper";

// Serial: the check reads every order, and one test reassigns an order for a moment.
test.describe.configure({ mode: "default" });

type CommandResult = { code: number; output: string };

/** Runs `npm run audit-log` with these arguments. */
function runAuditLog(...args: string[]): Promise<CommandResult> {
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

/** Reassigns an order to another customer, which no code of the shop does. */
async function reassignOrder(id: string, customerId: string): Promise<void> {
  const change = `UPDATE "order" SET customer_id = $2 WHERE id = $1`;
  await queryDb(change, [id, customerId], environment.medusaDatabaseUrl);
}

async function placeOrder(shopper: Shopper): Promise<string> {
  await shopper.fillCart();
  await shopper.openReview(AMERICAN);
  return shopper.placeOrder();
}

test("The audit log shows what happened to an account, without its password or address", async ({
  shopper,
}) => {
  const ida = await shopper();
  const { email } = ida.identity;
  const order = await placeOrder(ida);
  await ida.signOut();
  const { password } = ida.identity;
  await ida.page.goto("/us/login");
  await ida.field("E-mail").fill(email);
  await ida.passwordField.fill("not-the-password");
  await ida.page.getByRole("main").getByRole("button", { name: "Sign in" }).click();
  await expect(ida.page.getByText("do not belong together")).toBeVisible();
  await ida.signIn();

  const { code, output } = await runAuditLog("--customer", email, "--since", "1h");
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
  expect((await runAuditLog("--order", order)).output).toMatch(/order\.placed\s+cus_/);
  expect((await runAuditLog("--customer", email, "--type", "sign-in")).output).not.toContain(
    "session.created",
  );
});

test("An order that does not belong to its session's customer is found and named, with exit code 1", async ({
  shopper,
  backend,
}) => {
  const ida = await shopper();
  const id = await placeOrder(ida);
  expect(await runAuditLog("--check", "--order", id)).toMatchObject({ code: 0 });
  const { id: owner } = await backend.findCustomer(ida.identity.email);
  const { id: demo } = await backend.findCustomer("demo@cloakroom.test");
  await reassignOrder(id, demo);
  const { code, output } = await runAuditLog("--check", "--order", id);
  await reassignOrder(id, owner);
  expect(code).toBe(1);
  expect(output).toContain(`(${id}) was placed by ${owner}`);
  expect(output).toContain(`and is ${demo}'s in Medusa.`);
});

test("Wrong arguments end with exit code 2 and a hint", async () => {
  expect(await runAuditLog("--since", "yesterday")).toMatchObject({
    code: 2,
    output: expect.stringContaining("It looks like this: 90m, 24h, 7d"),
  });
  expect(await runAuditLog("--colour", "red")).toMatchObject({
    code: 2,
    output: expect.stringContaining("--since"),
  });
});
