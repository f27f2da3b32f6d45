import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { PASSWORD_CHANGED, type AccountEvents } from "../account/events";
import { passwordChanged } from "../mail/account";
import { sendMail } from "../mail/send-mail";

/** Notifies the customer, who may not have made the change. */
export default async function mailPasswordChange({
  event,
  container,
}: SubscriberArgs<AccountEvents[typeof PASSWORD_CHANGED]>) {
  const { email: to } = event.data;
  await sendMail(container, { to, template: "password-changed", content: passwordChanged() });
}

export const config: SubscriberConfig = { event: PASSWORD_CHANGED };
