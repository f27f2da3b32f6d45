import { readFile, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";
import { environment } from "./support/environment";
import { readMail } from "./support/mailbox";
import { expect, test } from "./support/fixtures";
import { Shopper } from "./support/shopper";
import { newEmail } from "./support/medusa-store-api";

const ANSWER = "If that address has an account here, a message with a link is on its way.";

async function requestResetLink(page: Page, email: string): Promise<void> {
  await page.goto("/us/login");
  await page.getByRole("link", { name: "Forgotten your password?" }).click();
  await expect(page.getByRole("heading", { name: "Forgotten your password?" })).toBeVisible();
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("button", { name: "Send me a link" }).click();
}

/** The path of the mailed link. Its origin is dropped, because mails do not name the instance under test. */
async function readLink(email: string): Promise<string> {
  const [, path = ""] =
    /https?:\/\/[^/\s]+(\/us\/reset-password\?token=[\w.-]+)/.exec(await readMail("password-reset", email)) ??
    [];
  return path;
}

async function choosePassword(page: Page, password: string): Promise<void> {
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set the password" }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test(`A forgotten password is set anew by mail, which ends every session on every instance${javaScriptEnabled ? "" : ", without JavaScript"}`, async ({
    shopper,
    secondDevice,
    guest,
  }) => {
    const ida = await shopper();
    const devices = [
      await secondDevice(ida),
      await secondDevice(ida, { baseURL: environment.secondBaseUrl }),
    ];
    const stranger = await guest({ javaScriptEnabled });
    const { page } = stranger;
    const renewed = new Shopper(page, { ...ida.identity, password: "chosen-anew-by-mail" }, stranger);
    await requestResetLink(page, ida.identity.email);
    await expect(page.getByText(ANSWER)).toBeVisible();
    await page.goto(await readLink(ida.identity.email));
    if (javaScriptEnabled) await expectAccessible(page, "setting a password anew");
    await choosePassword(page, "short");
    await expect(page.getByText("Please use at least 8 characters.")).toBeVisible();
    await choosePassword(page, renewed.identity.password);
    await renewed.waitForAccount();

    for (const device of [ida, ...devices]) {
      await device.page.goto("/us/account/orders");
      await expect(device.page.getByText("Your password was set anew")).toBeVisible();
    }
    await ida.signIn(null);
    await expect(ida.page.getByText("do not belong together")).toBeVisible();
    await renewed.signOut();
    await renewed.signIn();
  });
}

test("An address without an account gets the same answer and no mail", async ({ shopper, guest }) => {
  const ida = await shopper();
  const { page } = await guest();
  const unknown = newEmail();
  for (const email of [unknown, ida.identity.email]) {
    await requestResetLink(page, email);
    await expect(page.getByText(ANSWER)).toBeVisible();
  }
  await readMail("password-reset", ida.identity.email);
  const names = await readdir(environment.mailFolder);
  const mails = await Promise.all(names.map((name) => readFile(join(environment.mailFolder, name), "utf8")));
  expect(mails.filter((mail) => mail.includes(unknown))).toEqual([]);
});

test("A link works once; a used, expired, truncated or forged one says so, changes nothing and offers a new one", async ({
  shopper,
  guest,
}) => {
  const ida = await shopper();
  const { page } = ida;
  await ida.signOut();
  await requestResetLink(page, ida.identity.email);
  const link = await readLink(ida.identity.email);
  const [header = "", , signature = ""] = link.split("=")[1]?.split(".") ?? [];
  const claims = { entity_id: ida.identity.email, actor_type: "customer", purpose: "reset", jti: "1" };
  const forge = (exp: number) => {
    const payload = Buffer.from(JSON.stringify({ ...claims, exp })).toString("base64url");
    return `/us/reset-password?token=${header}.${payload}.${signature}`;
  };
  const now = Math.floor(Date.now() / 1_000);
  for (const path of [
    "/us/reset-password",
    "/us/reset-password?token=%00",
    link.slice(0, 90),
    forge(now - 1),
  ]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "This link has expired" })).toBeVisible();
    await expect(page.getByRole("link", { name: "Send me a new link" })).toBeVisible();
  }
  await page.goto(forge(now + 900));
  await choosePassword(page, "chosen-by-a-stranger");
  await expect(
    page.getByText("That link has been used already, has expired or is not complete."),
  ).toBeVisible();
  await ida.signIn();

  const { page: other } = await guest();
  await other.goto(link);
  await page.goto(link);
  await choosePassword(page, "chosen-by-the-owner");
  await ida.waitForAccount();
  await choosePassword(other, "chosen-by-the-second");
  await expect(other.getByText("That link has been used already")).toBeVisible();
  await other.getByRole("link", { name: "Send me a new link" }).click();
  await expect(other.getByRole("heading", { name: "Forgotten your password?" })).toBeVisible();
});

test("Nobody is sent more than three links in a quarter of an hour, and is told how long to wait", async ({
  guest,
}) => {
  const { page } = await guest();
  const email = newEmail();
  for (let request = 1; request <= 3; request += 1) {
    await requestResetLink(page, email);
    await expect(page.getByText(ANSWER)).toBeVisible();
  }
  await requestResetLink(page, email);
  await expect(page.getByRole("main").getByRole("alert")).toHaveText(
    /Too many attempts\. If that address has an account, a link is in its mailbox already\. Please wait 1[45] minutes and try again\./,
  );
});

test("The link reaches no other site and no log", async ({ shopper }) => {
  const ida = await shopper();
  const { page } = ida;
  await requestResetLink(page, ida.identity.email);
  const link = await readLink(ida.identity.email);
  const response = await page.goto(link);
  expect(response?.headers()["referrer-policy"]).toBe("same-origin");
  expect(response?.headers()["cache-control"]).toContain("no-store");
  await choosePassword(page, "chosen-in-silence");
  await ida.waitForAccount();
  const token = link.split("=")[1] ?? "";
  const logs = await readdir(environment.logsFolder);
  for (const name of logs.filter((each) => /^(storefront|medusa)/.test(each)))
    expect(await readFile(join(environment.logsFolder, name), "utf8"), name).not.toContain(token);
});
