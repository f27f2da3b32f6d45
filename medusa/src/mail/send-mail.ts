import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { MailContent } from "./content";

interface Mail {
  to: string;
  template: string;
  content: MailContent;
}

/** Hands a mail about somebody's account to whatever delivers it. */
export async function sendMail(container: MedusaContainer, mail: Mail): Promise<void> {
  await container.resolve(Modules.NOTIFICATION).createNotifications({ ...mail, channel: "email" });
}
