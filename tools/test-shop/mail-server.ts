import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/**
 * Receives the mail of the shop under test over SMTP, and keeps each message as a file, named as the backend names them
 * where it has no mail server: by time and kind. The folder is emptied first.
 */
export async function startMailServer({ port, folder }: { port: number; folder: string }): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const server = new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    onData: async (stream, _session, done) => {
      store(await buffer(stream), folder);
      done();
    },
  });
  await once(server.listen(port, "127.0.0.1"), "listening");
}

function store(source: Buffer, folder: string): void {
  // Renamed when it is whole: specs read the folder while it is being written.
  const part = join(folder, `${randomUUID()}.part`);
  writeFileSync(part, source);
  renameSync(part, join(folder, mailFileName(source.toString("latin1"), new Date())));
}

export function mailFileName(source: string, receivedAt: Date): string {
  const [, kind = "other"] = /^X-Mail-Kind: ([\w-]+)\r?$/mu.exec(source) ?? [];
  return `${receivedAt.toISOString().replaceAll(":", "-")}-${kind}-${randomUUID()}.eml`;
}
