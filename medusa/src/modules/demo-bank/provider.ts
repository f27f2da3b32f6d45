import type {
  AuthorizePaymentInput,
  CancelPaymentInput,
  CapturePaymentInput,
  GetPaymentStatusInput,
  PaymentSessionStatus,
  ProviderWebhookPayload,
  RefundPaymentInput,
  WebhookActionResult,
} from "@medusajs/framework/types";
import { AbstractPaymentProvider, BigNumber, MedusaError, PaymentActions } from "@medusajs/framework/utils";
import { toMinorUnits } from "../../mail/minor-units";
import { type BankPayment, DemoBankClient } from "./client";
import { readNotice } from "./notice";
import type { DemoBankSettings } from "./settings";

const STATUS: Record<BankPayment["status"], PaymentSessionStatus> = {
  open: "requires_more",
  processing: "requires_more",
  authorized: "authorized",
  captured: "captured",
  declined: "error",
  expired: "error",
  canceled: "canceled",
};

/**
 * The demo's bank as Medusa's payment provider. A payment's name at the bank is the id of its payment session; nothing
 * that a client has put into the session's data is used. The payment itself is opened when the order is placed
 * (payments/start-payment.ts), not when the method is chosen.
 */
export class DemoBankProvider extends AbstractPaymentProvider<DemoBankSettings> {
  static override identifier = "demo-bank";

  readonly #bank: DemoBankClient;
  readonly #secret: string;

  constructor(container: Record<string, unknown>, options: DemoBankSettings) {
    super(container, options);
    this.#bank = new DemoBankClient(options);
    this.#secret = options.secret;
  }

  async initiatePayment() {
    return { id: "", data: {} };
  }

  async updatePayment() {
    return { data: {} };
  }

  async deletePayment() {
    return { data: {} };
  }

  async authorizePayment({ context }: AuthorizePaymentInput) {
    const reference = context?.idempotency_key ?? "";
    const payment = await this.#bank.read(reference);
    return {
      status: payment ? STATUS[payment.status] : ("error" as const),
      data: { reference },
    };
  }

  async getPaymentStatus({ data }: GetPaymentStatusInput) {
    const payment = await this.#bank.read(readReference(data));
    return { status: payment ? STATUS[payment.status] : ("error" as const) };
  }

  async retrievePayment({ data }: { data?: Record<string, unknown> }) {
    return { data: { ...data } };
  }

  async capturePayment({ data }: CapturePaymentInput) {
    const reference = readReference(data);
    const payment = await this.#bank.capture(reference);
    if (payment?.status !== "captured")
      throw new MedusaError(MedusaError.Types.NOT_ALLOWED, "The bank holds no money for this payment.");
    return { data: { reference } };
  }

  async cancelPayment({ data }: CancelPaymentInput) {
    const reference = readReference(data);
    await this.#bank.cancel(reference);
    return { data: { reference } };
  }

  async refundPayment({ data, amount }: RefundPaymentInput) {
    const reference = readReference(data);
    const payment = await this.#bank.read(reference);
    if (!payment) throw new MedusaError(MedusaError.Types.NOT_FOUND, "The bank knows no such payment.");
    await this.#bank.refund(reference, toMinorUnits(new BigNumber(amount).numeric, payment.currency));
    return { data: { reference } };
  }

  /** @throws MedusaError "unauthorized" for what the bank has not signed */
  async getWebhookActionAndData({
    rawData,
    headers,
  }: ProviderWebhookPayload["payload"]): Promise<WebhookActionResult> {
    const body = rawData.toString();
    const reference = readNotice({ body, headers }, this.#secret, Date.now() / 1_000);
    if (!reference) throw new MedusaError(MedusaError.Types.UNAUTHORIZED, "The bank has not signed this.");
    return { action: PaymentActions.PENDING, data: { session_id: reference, amount: 0 } };
  }
}

function readReference(data: Record<string, unknown> | undefined): string {
  return typeof data?.reference === "string" ? data.reference : "";
}
