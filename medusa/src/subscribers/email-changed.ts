import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { EMAIL_CHANGED, type AccountEvents } from "../account/events";
import { emailChanged } from "../mail/account";
import { sendMail } from "../mail/send-mail";

/** Notifies the previous address, whose owner may not have made the change. */
export default async function mailEmailChange({
  event,
  container,
}: SubscriberArgs<AccountEvents[typeof EMAIL_CHANGED]>) {
  const { from, to } = event.data;
  await sendMail(container, { to: from, template: "email-changed", content: emailChanged(to) });
}

export const config: SubscriberConfig = { event: EMAIL_CHANGED };
