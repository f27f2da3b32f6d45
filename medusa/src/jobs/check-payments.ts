import type { Knex } from "@medusajs/framework/mikro-orm/knex";
import type { MedusaContainer } from "@medusajs/framework/types";
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils";
import { paymentAlarm } from "../mail/payment-alarm";
import { sendMail } from "../mail/send-mail";
import { PAYMENT_PROBLEMS, type PaymentProblem } from "../payments/payment-report";

/** Compares payments with orders, and writes to every admin when they disagree. */
export default async function checkPayments(container: MedusaContainer): Promise<void> {
  const database = container.resolve<Knex>(ContainerRegistrationKeys.PG_CONNECTION);
  const { rows } = await database.raw<{ rows: PaymentProblem[] }>(PAYMENT_PROBLEMS);
  if (rows.length === 0) return;
  container
    .resolve(ContainerRegistrationKeys.LOGGER)
    .error(
      `PAYMENTS AND ORDERS DISAGREE: ${rows.map(({ kind, subject }) => `${kind} ${subject}`).join(", ")}`,
    );
  const users = await container.resolve(Modules.USER).listUsers();
  const content = paymentAlarm(rows);
  for (const { email: to } of users) await sendMail(container, { to, template: "payment-alarm", content });
}

export const config = { name: "check-payments", schedule: "23 4 * * *" };
