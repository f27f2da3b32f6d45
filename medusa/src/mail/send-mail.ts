import type { MedusaContainer } from "@medusajs/framework/types";
import { Modules } from "@medusajs/framework/utils";
import type { MailContent } from "./content";

interface Mail {
  to: string;
  template: string;
  content: MailContent;
}

/** Sends a mail through Medusa's notification module. */
export async function sendMail(container: MedusaContainer, mail: Mail): Promise<void> {
  await container.resolve(Modules.NOTIFICATION).createNotifications({ ...mail, channel: "email" });
}
