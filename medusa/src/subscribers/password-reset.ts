import type { SubscriberArgs, SubscriberConfig } from "@medusajs/framework";
import { AuthWorkflowEvents } from "@medusajs/framework/utils";
import { env } from "../env";
import { passwordReset, resetUrl } from "../mail/account";
import { sendMail } from "../mail/send-mail";

interface ResetRequest {
  /** The e-mail address. */
  entity_id: string;
  actor_type: string;
  token: string;
  metadata?: Record<string, unknown>;
}

/** Mails the reset link. The event is emitted only for addresses with an account. */
export default async function mailResetLink({ event, container }: SubscriberArgs<ResetRequest>) {
  const { entity_id: to, actor_type, token, metadata } = event.data;
  if (actor_type !== "customer") return;
  const url = resetUrl({ storefrontUrl: env.storefrontUrl, token, country: metadata?.country });
  await sendMail(container, { to, template: "password-reset", content: passwordReset(url) });
}

export const config: SubscriberConfig = { event: AuthWorkflowEvents.PASSWORD_RESET };
