// @ts-check
import { randomUUID } from "node:crypto";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SMTPServer } from "smtp-server";

/**
 * Takes every mail that the shop under test sends, over SMTP as in a real shop, and keeps each as a file, named as the
 * backend itself names them where there is no server: by time and kind.
 * @param {{ port: number, folder: string }} options the folder is emptied first
 */
export async function startMailServer({ port, folder }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: (stream, _session, done) => {
      /** @type {Buffer[]} */
      const chunks = [];
      stream.on("data", (chunk) => chunks.push(chunk));
      stream.on("end", () => {
        keep(Buffer.concat(chunks), folder);
        done();
      });
    },
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(undefined));
  });
}

/**
 * @param {Buffer} source
 * @param {string} folder
 */
function keep(source, folder) {
  const path = join(folder, mailName(source.toString("latin1"), new Date()));
  // Under its name only when it is whole: specs look while it is being written.
  const part = join(folder, `${randomUUID()}.part`);
  writeFileSync(part, source);
  renameSync(part, path);
}

/**
 * @param {string} source
 * @param {Date} at
 */
export function mailName(source, at) {
  const [, kind = "other"] = /^X-Mail-Kind: ([\w-]+)\r?$/mu.exec(source) ?? [];
  return `${at.toISOString().replaceAll(":", "-")}-${kind}-${randomUUID()}.eml`;
}
