import { randomUUID } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Logger, NotificationTypes } from "@medusajs/framework/types";
import { AbstractNotificationProviderService, MedusaError } from "@medusajs/framework/utils";
import { createTransport, type SendMailOptions } from "nodemailer";

interface MailOptions {
  from: string;
  smtpUrl?: string;
  /** Folder for messages, one `.eml` file each, without an SMTP server. */
  folder: string;
}

/** Sends e-mail over SMTP, or writes it to a folder when no server is configured. */
export class MailProvider extends AbstractNotificationProviderService {
  static identifier = "mail";

  constructor(
    private readonly container: { logger: Logger },
    private readonly options: MailOptions,
  ) {
    super();
  }

  async send({ to, template, content }: NotificationTypes.ProviderSendNotificationDTO) {
    if (!content)
      throw new MedusaError(MedusaError.Types.INVALID_DATA, `The mail "${template}" has no content.`);
    // The kind of mail, for mail filters and tests.
    const headers = { "X-Mail-Kind": template };
    // As an object: a string could be a list or contain a display name.
    const message = { from: this.options.from, to: { name: "", address: to }, headers, ...content };
    const id = this.options.smtpUrl
      ? await sendOverSmtp(this.options.smtpUrl, message)
      : await this.writeToFolder(message, template);
    return { id };
  }

  private async writeToFolder(message: SendMailOptions, template: string): Promise<string> {
    const { folder } = this.options;
    const { message: source } = await createTransport({ streamTransport: true }).sendMail(message);
    const time = new Date().toISOString().replaceAll(":", "-");
    const path = join(folder, `${time}-${template}-${randomUUID().slice(0, 8)}.eml`);
    // Mails contain links to accounts, so only the owner may read them.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(path, source, { mode: 0o600 });
    this.container.logger.info(`No SMTP_URL, so this mail was written to ${path}`);
    return path;
  }
}

async function sendOverSmtp(smtpUrl: string, message: SendMailOptions): Promise<string> {
  const { messageId } = await createTransport(smtpUrl).sendMail(message);
  return messageId;
}
