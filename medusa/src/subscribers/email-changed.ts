import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { EMAIL_CHANGED, type AccountEvents } from "../account/events";
import { emailChanged } from "../mail/account";
import { sendMail } from "../mail/send-mail";

/** Tells the address that the account is leaving: whoever reads mail there may not be the one who did it. */
export default async function mailEmailChange({
  event,
  container,
}: SubscriberArgs<AccountEvents[typeof EMAIL_CHANGED]>) {
  const { from, to } = event.data;
  await sendMail(container, { to: from, template: "email-changed", content: emailChanged(to) });
}

export const config: SubscriberConfig = { event: EMAIL_CHANGED };
