import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { environment } from "./environment";

/**
 * Waits for a mail and returns its source. Of several, the latest.
 * @param kind such as "password-reset"
 */
export async function readMail(kind: string, to: string): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(async () => (found = await findMail(kind, to)), { message: `a mail "${kind}" to ${to}` })
    .toBeTruthy();
  return found ?? "";
}

/** How many mails of a kind have been sent to an address so far. */
export async function countMails(kind: string, to: string): Promise<number> {
  return (await listMails(kind, to)).length;
}

async function findMail(kind: string, to: string): Promise<string | undefined> {
  const mail = (await listMails(kind, to)).at(-1);
  return mail && decodeQuotedPrintable(mail);
}

/** Sources, oldest first. */
async function listMails(kind: string, to: string): Promise<string[]> {
  const names = await readdir(environment.mailFolder).catch(() => []);
  const matching = names.filter((name) => name.includes(`-${kind}-`)).toSorted();
  const mails = await Promise.all(
    matching.map(async (name) => readFile(join(environment.mailFolder, name), "utf8")),
  );
  return mails.filter((source) => source.includes(`\nTo: ${to}`));
}

/** Decodes quoted-printable, of UTF-8. */
function decodeQuotedPrintable(source: string): string {
  const bytes = source
    .replace(/=\r?\n/g, "")
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, "latin1").toString("utf8");
}
