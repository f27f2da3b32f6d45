import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { atTime, type Payment } from "./payment";

export type NewPayment = Pick<Payment, "reference" | "amount" | "currency" | "description" | "returnUrl">;

/** The bank's payments, each a file, so that they outlive a restart of the demo. */
export class Ledger {
  readonly #folder: string;
  readonly #byReference = new Map<string, Payment>();

  /** @param folder made if it is missing */
  constructor(folder: string) {
    this.#folder = folder;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (const name of readdirSync(folder).filter((each) => each.endsWith(".json"))) {
      const payment = JSON.parse(readFileSync(join(folder, name), "utf8")) as Payment;
      this.#byReference.set(payment.reference, payment);
    }
  }

  /** Opens a payment; the same one again for the same reference. */
  open(input: NewPayment): Payment {
    const known = this.find(input.reference);
    if (known) return known;
    return this.save({
      ...input,
      id: randomBytes(24).toString("base64url"),
      authorized: 0,
      refunded: 0,
      status: "open",
      reason: null,
      notice: "at-once",
      createdAt: Date.now(),
      decidesAt: null,
    });
  }

  find(reference: string): Payment | undefined {
    const payment = this.#byReference.get(reference);
    return payment && atTime(payment, Date.now());
  }

  findById(id: string): Payment | undefined {
    const found = [...this.#byReference.values()].find((payment) => payment.id === id);
    return found && this.find(found.reference);
  }

  save(payment: Payment): Payment {
    this.#byReference.set(payment.reference, payment);
    const file = join(this.#folder, `${payment.id}.json`);
    if (existsSync(this.#folder)) {
      writeFileSync(`${file}.new`, JSON.stringify(payment), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    }
    return payment;
  }
}
