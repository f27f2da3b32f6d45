import { Module } from "@medusajs/framework/utils";
import { PaymentAttemptService } from "./service";

export const PAYMENT_ATTEMPT = "paymentAttempt";

export default Module(PAYMENT_ATTEMPT, { service: PaymentAttemptService });
